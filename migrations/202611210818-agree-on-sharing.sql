-- Standing agreements between two controllers of data (UU 27/2022 art 18): who may share what with whom, for which purpose and
-- until when. About bodies, never about a person; both sides read it, two people propose it, the other side accepts it.

create table app.sharing_agreements (
  id uuid primary key,
  created_at timestamptz not null,
  from_org uuid not null references app.organisations (id),
  to_org uuid not null references app.organisations (id),
  purposes text[] not null check (cardinality(purposes) > 0
    and purposes <@ array['hand-over', 'joint-work', 'exchange', 'comparison', 'look-up', 'task-force']),
  items text[] not null check (cardinality(items) > 0
    and items <@ array['that-i-reported', 'name', 'contact', 'birth-date', 'whereabouts', 'home-village', 'story', 'needs',
      'employer-and-chain', 'documents', 'photos-and-recordings', 'health', 'psychological', 'legal', 'family', 'money']),
  from_on date not null,
  until_on date not null,
  instrument text not null check (length(instrument) between 1 and 100),
  article text not null check (length(article) between 1 and 200),
  roles_words text not null check (length(roles_words) between 3 and 2000),
  joint_contact text not null check (length(joint_contact) between 3 and 300),
  document_ref text not null check (length(document_ref) between 1 and 300),
  document_sha256 bytea check (length(document_sha256) = 32),
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'in-force', 'refused', 'ended')),
  proposed_by uuid not null references app.staff (id),
  confirmed_by uuid references app.staff (id),
  confirmed_at timestamptz,
  answered_by uuid references app.staff (id),
  answered_at timestamptz,
  ended_by uuid references app.staff (id),
  ended_org uuid references app.organisations (id),
  ended_at timestamptz,
  end_reason text check (end_reason in ('replaced', 'purpose-fulfilled', 'breach', 'law-changed', 'not-agreed', 'mistake', 'other')),
  end_words text check (length(end_words) <= 1000),
  version integer not null default 1,
  check (from_org <> to_org),
  check (until_on >= from_on),
  check (until_on <= from_on + interval '5 years'),
  check (confirmed_by is distinct from proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((answered_by is null) = (answered_at is null)),
  check (state not in ('confirmed', 'in-force', 'refused') or confirmed_by is not null),
  check ((state in ('in-force', 'refused')) <= (answered_by is not null)),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state in ('ended', 'refused')) = (end_reason is not null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_org is null)),
  check (end_reason is distinct from 'other' or length(btrim(coalesce(end_words, ''))) >= 3)
);
comment on table app.sharing_agreements is 'Agreement of two controllers on sharing (UU 27/2022 art 18): purposes, items, days, basis, roles, joint contact. No person in need.';
comment on column app.sharing_agreements.roles_words is 'Who does what, in words: one of the three things that art 18 is said to ask for.';
comment on column app.sharing_agreements.joint_contact is 'The office that people turn to at both bodies; an office, not a private number.';
comment on column app.sharing_agreements.document_sha256 is 'Of the signed paper, which stays where it is kept.';
comment on column app.sharing_agreements.confirmed_by is 'The second person of the proposing body; the other body sees the agreement only after that.';
create index sharing_agreements_from_idx on app.sharing_agreements (from_org, to_org, state); -- standingAgreement and the list
create index sharing_agreements_to_idx on app.sharing_agreements (to_org, from_org, state); -- the same from the other side

call app.guard('app.sharing_agreements');
call app.journaled('app.sharing_agreements');

create policy parties on app.sharing_agreements for select to payung_staff
  using (from_org = (select app.org()) or (to_org = (select app.org()) and confirmed_at is not null));
create policy propose on app.sharing_agreements for insert to payung_staff
  with check (from_org = (select app.org()) and proposed_by = (select app.staff()) and state = 'proposed'
    and (select app.has_role('supervisor', 'organisation-admin', 'data-protection-officer')));
create policy act on app.sharing_agreements for update to payung_staff
  using ((from_org = (select app.org()) or (to_org = (select app.org()) and confirmed_at is not null))
    and (select app.has_role('supervisor', 'organisation-admin', 'data-protection-officer')))
  with check (from_org = (select app.org()) or to_org = (select app.org()));
create policy jobs on app.sharing_agreements for select to payung_job using (true);
grant select, insert on app.sharing_agreements to payung_staff;
grant update (state, confirmed_by, confirmed_at, answered_by, answered_at, ended_by, ended_org, ended_at, end_reason, end_words, version)
  on app.sharing_agreements to payung_staff;
grant select on app.sharing_agreements to payung_job;

-- What was agreed does not change; only its state does, and each step by whom it belongs to.
create function app.keep_agreement_steps() returns trigger language plpgsql as $$
declare mine uuid := app.org(); me uuid := app.staff(); ok boolean;
begin
  if current_user in ('payung_keep', 'payung_owner') then return new; end if;
  ok := case
    when old.state = 'proposed' and new.state = 'confirmed'
      then old.from_org = mine and new.confirmed_by = me and new.answered_by is null
    when old.state = 'confirmed' and new.state in ('in-force', 'refused')
      then old.to_org = mine and new.answered_by = me and new.confirmed_by = old.confirmed_by
    when old.state in ('proposed', 'confirmed') and new.state = 'ended'
      then old.from_org = mine and new.ended_org = mine and new.ended_by = me
    when old.state = 'in-force' and new.state = 'ended'
      then mine in (old.from_org, old.to_org) and new.ended_org = mine and new.ended_by = me
    else false end;
  if not coalesce(ok, false) then
    raise exception 'step of a sharing agreement from % to % refused', old.state, new.state using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_agreement_steps before update on app.sharing_agreements
  for each row execute function app.keep_agreement_steps();
