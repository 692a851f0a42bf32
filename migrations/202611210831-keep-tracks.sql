-- Tracks of a case: criminal, civil, labour, protection, health, return, social security, the recruiter at home. They run side by
-- side; each has one owner, a next date and a blocker. The owner changes only when the new one takes it.
create table app.tracks (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  opened_by_org uuid not null references app.organisations (id),
  kind text not null
    check (kind in ('criminal', 'civil', 'labour', 'protection', 'health', 'return', 'social-security', 'recruiter')),
  place text not null check (place in ('home', 'abroad')),
  owner_org uuid not null references app.organisations (id),
  owner_staff uuid references app.staff (id),
  need_id uuid references app.needs (id),
  offered_to uuid references app.organisations (id),
  offered_at timestamptz,
  state text not null default 'not-opened' check (state in ('not-opened', 'open', 'waiting', 'paused', 'ended')),
  ended_as text check (ended_as in ('aim-reached', 'partly-reached', 'decided-against', 'settled', 'stopped-by-authority', 'own-wish', 'handed-on', 'not-possible')),
  ended_at timestamptz,
  next_on date,
  blocker text not null default 'none' check (blocker in ('none', 'waits-for-authority', 'waits-for-court', 'waits-for-document',
    'waits-for-interpreter', 'waits-for-money', 'waits-for-person', 'other-track', 'no-contact', 'who-is-competent', 'other')),
  shared boolean not null default false,
  key_id uuid references app.data_keys (id),
  sealed bytea,
  version integer not null default 1,
  check ((state = 'ended') = (ended_as is not null)),
  check ((state = 'ended') = (ended_at is not null)),
  check ((offered_to is null) = (offered_at is null)),
  check ((key_id is null) = (sealed is null)),
  check (need_id is null or offered_to is null)
);
comment on table app.tracks is 'Parallel tracks of a case. A track that follows a need has the owner of the need; any other changes its owner when the body takes it to which the owner offered it.';
comment on column app.tracks.shared is 'Every body with a file on the case sees it; otherwise the leading body, the owner, who opened it and to whom it is offered.';
comment on column app.tracks.sealed is 'What comes next and what blocks, in words, under the key of the case.';
create index tracks_case_idx on app.tracks (case_id); -- the tracks of a case
create index tracks_next_idx on app.tracks (owner_org, next_on) where state <> 'ended'; -- Today
create index tracks_need_idx on app.tracks (need_id) where need_id is not null; -- the owner follows the need

create table app.track_steps (
  id uuid primary key,
  created_at timestamptz not null,
  track_id uuid not null references app.tracks (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  kind text not null check (kind in ('opened', 'changed', 'offered', 'accepted', 'declined', 'taken-back', 'followed-need')),
  from_org uuid references app.organisations (id),
  to_org uuid references app.organisations (id),
  from_state text,
  to_state text,
  next_on date,
  blocker text,
  key_id uuid references app.data_keys (id),
  sealed bytea,
  check ((key_id is null) = (sealed is null))
);
comment on table app.track_steps is 'Append-only history of a track: states, dates, blockers and owners, with what was said.';
create index track_steps_track_idx on app.track_steps (track_id, id); -- the history of a track

call app.guard('app.tracks');
call app.guard('app.track_steps');
call app.journaled('app.tracks');
call app.journaled('app.track_steps');

create policy on_file on app.tracks for select to payung_staff
  using (app.can_open(case_id) and (shared or owner_org = (select app.org()) or opened_by_org = (select app.org())
    or offered_to = (select app.org())
    or exists (select 1 from app.cases c where c.id = case_id and c.lead_org = (select app.org()))));
create policy open_track on app.tracks for insert to payung_staff
  with check (app.can_open(case_id) and opened_by_org = (select app.org()) and offered_to is null
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and (owner_org = (select app.org())
         or exists (select 1 from app.needs n where n.id = need_id and n.case_id = tracks.case_id and n.owner_org = tracks.owner_org)));
create policy work_on on app.tracks for update to payung_staff
  using (app.can_open(case_id) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and (owner_org = (select app.org()) or offered_to = (select app.org())))
  with check (app.can_open(case_id));
grant select, insert on app.tracks to payung_staff;
grant update (owner_org, owner_staff, offered_to, offered_at, state, ended_as, ended_at, next_on, blocker, shared, key_id, sealed, version)
  on app.tracks to payung_staff;

create policy of_track on app.track_steps for select to payung_staff
  using (exists (select 1 from app.tracks t where t.id = track_id));
create policy of_track_add on app.track_steps for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and exists (select 1 from app.tracks t where t.id = track_id));
grant select, insert on app.track_steps to payung_staff;

-- One owner, and no owner against his will, whatever the program says.
create policy keeps_owner on app.tracks to payung_system using (true) with check (true);
create policy keeps_owner on app.staff for select to payung_system using (true);
grant select (id, org_id) on app.staff to payung_system;
grant select, update on app.tracks to payung_system;
create function app.guard_track() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare me uuid := app.org();
begin
  if new.owner_staff is not null
     and not exists (select 1 from app.staff s where s.id = new.owner_staff and s.org_id = new.owner_org) then
    raise exception 'an officer of another body' using errcode = 'restrict_violation';
  end if;
  if me is null or pg_trigger_depth() > 1 then return new; end if;
  if new.owner_org <> old.owner_org then
    if old.need_id is not null or old.offered_to is distinct from me or new.owner_org <> me or new.offered_to is not null then
      raise exception 'a track changes its owner by being taken' using errcode = 'restrict_violation';
    end if;
  elsif old.owner_org <> me then
    -- To whom it is offered may decline, and change nothing else.
    if new.offered_to is not null or (new.state, new.next_on, new.blocker, new.shared, new.owner_staff, new.sealed, new.ended_as)
       is distinct from (old.state, old.next_on, old.blocker, old.shared, old.owner_staff, old.sealed, old.ended_as) then
      raise exception 'only the owner changes a track' using errcode = 'restrict_violation';
    end if;
  elsif new.offered_to is not null and new.offered_to is distinct from old.offered_to then
    if new.offered_to = me
       or not exists (select 1 from app.case_files f where f.case_id = new.case_id and f.org_id = new.offered_to and f.state = 'active')
       or not exists (select 1 from app.cases c where c.id = new.case_id and (c.lead_org = me or c.lead_org = new.offered_to)) then
      raise exception 'a track is offered to a body that works on the case' using errcode = 'restrict_violation';
    end if;
  end if;
  return new;
end $$;
alter function app.guard_track() owner to payung_system;
create trigger guard_track before update on app.tracks for each row execute function app.guard_track();

create function app.track_follows_need() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update app.tracks set owner_org = new.owner_org, owner_staff = null, version = version + 1
    where need_id = new.id and owner_org <> new.owner_org;
  return null;
end $$;
alter function app.track_follows_need() owner to payung_system;
create trigger track_follows_need after update of owner_org on app.needs for each row execute function app.track_follows_need();
