-- A hand-over of several needs at once, the ground for sending abroad, the purpose of a consent, and a timeline that two bodies
-- share through a referral and that ends with it.

create table app.hand_overs (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  from_org uuid not null references app.organisations (id),
  to_org uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  kept text[] not null default '{}',
  check (from_org <> to_org)
);
comment on table app.hand_overs is 'Several needs of one case offered to one body on one page. Each is a referral of its own, with its own owner, answer and clock.';
comment on column app.hand_overs.kept is 'Kinds of needs that the sender keeps: the other half of the split of tasks.';
create index hand_overs_case_idx on app.hand_overs (case_id); -- the hand-overs of a case

alter table app.referrals
  add column hand_over_id uuid references app.hand_overs (id),
  add column abroad_ground text check (abroad_ground in ('equal-protection', 'binding-safeguards', 'consent'));
comment on column app.referrals.hand_over_id is 'Set for a task of a hand-over that was offered in several tasks at once.';
comment on column app.referrals.abroad_ground is 'UU 27/2022 art 56: why the data may leave the country; the evidence lies in the sealed package.';
create index referrals_hand_over_idx on app.referrals (hand_over_id) where hand_over_id is not null; -- the tasks of a hand-over

call app.guard('app.hand_overs');
call app.journaled('app.hand_overs');
create policy sides on app.hand_overs for select to payung_staff
  using (id in (select r.hand_over_id from app.referrals r where r.hand_over_id is not null)
    or (from_org = (select app.org()) and (select app.reads_cases()) and app.can_open(case_id)));
create policy offer on app.hand_overs for insert to payung_staff
  with check (from_org = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id));
create policy jobs on app.hand_overs for select to payung_job using (true);
grant select, insert on app.hand_overs to payung_staff;
grant select on app.hand_overs to payung_job;

-- A task belongs to a hand-over of the same case between the same two bodies.
create function app.keep_hand_over() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.hand_over_id is not null and not exists (
    select 1 from app.hand_overs h where h.id = new.hand_over_id
      and h.case_id = new.case_id and h.from_org = new.from_org and h.to_org = new.to_org) then
    raise exception 'a task of another hand-over' using errcode = '42501';
  end if;
  return new;
end $$;
alter function app.keep_hand_over() owner to payung_system;
create policy of_referrals on app.hand_overs for select to payung_system using (true);
grant select on app.hand_overs to payung_system;
create trigger keep_hand_over before insert on app.referrals for each row execute function app.keep_hand_over();

-- A body of the Indonesian State that stands abroad (a mission, an attaché) is no receiver abroad. A body whose country is not
-- known counts as abroad: nothing leaves by accident. What a partner's installation sends was asked there.
create function app.is_abroad(org uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select coalesce((select o.kind not in ('mission', 'labour-attache', 'kemlu', 'kp2mi', 'polri', 'kejaksaan') and o.country is distinct from 'ID'
       from app.organisations o where o.id = org), true) $$;
comment on function app.is_abroad is 'Is this body a receiver abroad in the sense of UU 27/2022 art 56?';
alter function app.is_abroad(uuid) owner to payung_system;
revoke all on function app.is_abroad from public;
grant execute on function app.is_abroad to payung_staff, payung_job, payung_keep, payung_system;
create function app.refuse_groundless() returns trigger language plpgsql as $$
begin
  if new.abroad_ground is null and app.is_abroad(new.to_org) and not app.is_abroad(new.from_org)
    and not exists (select 1 from app.organisations o where o.id = new.from_org and o.partner_id is not null) then
    raise exception 'a receiver abroad needs a ground' using errcode = 'PR002';
  end if;
  return new;
end $$;
create trigger refuse_groundless before insert on app.referrals for each row execute function app.refuse_groundless();

alter table app.consents add column purpose text
  check (purpose in ('help', 'search-for-family', 'task-force', 'research', 'publicity'));
comment on column app.consents.purpose is 'What it was asked for; null for what was said before purposes were asked: a yes is then for help only, a no for everything.';

-- A fact that both sides of a referral read. It ends with the referral, with withdrawn consent and with the package's last day.
alter table app.timeline_entries add column referral_id uuid references app.referrals (id);
comment on column app.timeline_entries.referral_id is 'The referral through which the other side reads this entry, while that referral is alive.';
create index timeline_entries_referral_idx on app.timeline_entries (referral_id) where referral_id is not null; -- the shared timeline of a referral

create function app.is_alive(r app.referrals) returns boolean language sql stable as
  $$ select r.state in ('accepted', 'in-progress', 'on-hold') and r.stopped_at is null
       and (r.expires_at is null or r.expires_at > app.clock()) $$;
grant execute on function app.is_alive to payung_staff, payung_job;

drop policy own_or_shared on app.timeline_entries;
create policy own_or_shared on app.timeline_entries for select to payung_staff
  using (app.can_open(case_id) and (org_id = (select app.org())
    or (shared and exists (
      select 1 from app.referrals r where r.case_id = timeline_entries.case_id and app.is_alive(r)
        and (timeline_entries.referral_id is null or r.id = timeline_entries.referral_id)
        and ((r.from_org = timeline_entries.org_id and r.to_org = (select app.org()))
          or (r.to_org = timeline_entries.org_id and r.from_org = (select app.org())))))));
create policy share_through_own on app.timeline_entries as restrictive for insert to payung_staff
  with check (referral_id is null or (shared and exists (
    select 1 from app.referrals r where r.id = referral_id and r.case_id = timeline_entries.case_id and app.is_alive(r)
      and (select app.org()) in (r.from_org, r.to_org))));
