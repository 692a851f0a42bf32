-- Requests between States and over police channels: what was asked of whom, what the request must hold, and what came back. Kept in
-- the file of the body that works on it; the program claims no legal effect of any of it.
create table app.assistance_requests (
  id uuid primary key,
  created_at timestamptz not null,
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  track_id uuid references app.tracks (id),
  kind text not null check (kind in ('mutual-assistance', 'extradition', 'police')),
  channel text not null check (channel in ('central-authority', 'diplomatic', 'asean-mlat', 'prosecutors', 'interpol', 'police-to-police')),
  applicant text not null check (applicant in ('police', 'prosecutor', 'corruption-commission')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  state text not null default 'draft' check (state in ('draft', 'checked', 'at-central-authority', 'sent-abroad', 'received',
    'answered-in-part', 'answered', 'refused', 'withdrawn')),
  refused_ground text check (refused_ground ~ '^[a-z-]+$'),
  missing smallint not null,
  remind_on date,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  check ((state = 'refused') = (refused_ground is not null)),
  check (kind <> 'police' or channel in ('interpol', 'police-to-police')),
  check (kind = 'police' or channel not in ('interpol', 'police-to-police')),
  check (kind <> 'extradition' or channel in ('central-authority', 'diplomatic'))
);
comment on table app.assistance_requests is 'Mutual legal assistance, extradition and police channels of a case. The central authority is the ministry of law (UU 1/2006 Pasal 9).';
comment on column app.assistance_requests.sealed is 'The authority asked, what is asked, and the checklist with its notes; under the key of the case.';
comment on column app.assistance_requests.missing is 'How many items of the checklist are missing.';
comment on column app.assistance_requests.remind_on is 'An internal target, never a deadline of the law.';
create index assistance_requests_list_idx on app.assistance_requests (org_id, state, remind_on); -- the list of a body, and Today
create index assistance_requests_case_idx on app.assistance_requests (case_id); -- the requests of a case

create table app.assistance_steps (
  id uuid primary key,
  created_at timestamptz not null,
  request_id uuid not null references app.assistance_requests (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  kind text not null check (kind in ('created', 'edited', 'state')),
  from_state text,
  to_state text not null,
  happened_on date not null,
  ground text,
  key_id uuid references app.data_keys (id),
  sealed bytea,
  check ((key_id is null) = (sealed is null))
);
comment on table app.assistance_steps is 'Append-only history of a request: states with the day on which they happened, and what was said.';
create index assistance_steps_request_idx on app.assistance_steps (request_id, id); -- the history of a request

do $$ declare t text; begin
  foreach t in array array['assistance_requests', 'assistance_steps'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

create policy own_items on app.assistance_requests for select to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id));
create policy own_items_add on app.assistance_requests for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id) and state = 'draft'
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and (track_id is null or exists (select 1 from app.tracks t where t.id = track_id and t.case_id = assistance_requests.case_id)));
create policy own_items_edit on app.assistance_requests for update to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
  with check (org_id = (select app.org()));
grant select, insert on app.assistance_requests to payung_staff;
grant update (track_id, channel, applicant, country, state, refused_ground, missing, remind_on, key_id, sealed, version)
  on app.assistance_requests to payung_staff;

create policy own_items on app.assistance_steps for select to payung_staff
  using (exists (select 1 from app.assistance_requests r where r.id = request_id));
create policy own_items_add on app.assistance_steps for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff())
    and exists (select 1 from app.assistance_requests r where r.id = request_id));
grant select, insert on app.assistance_steps to payung_staff;
