-- Recruiters and modus across cases and tips. A body writes down what its own files say; a job finds what is the same by keyed
-- tokens; other bodies learn that a link exists and whom to ask. No row here speaks of a victim, and nothing of it is public.

create table app.network_mentions (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  case_id uuid references app.cases (id),
  report_id uuid references app.reports (id),
  role text not null check (role in ('perekrut', 'koordinator', 'pemalsu', 'pengantar', 'penampungan', 'p3mi', 'hotline', 'klinik',
                                     'pnbp', 'rumah-aman', 'hotel', 'feri', 'lain')),
  kind text not null check (kind in ('person', 'telephone', 'account', 'vehicle', 'address', 'company', 'modus')),
  token bytea not null,
  part_token bytea,
  word_tokens bytea[] not null default '{}',
  said_on timestamptz,
  by_staff uuid not null references app.staff (id),
  key_id uuid not null references app.data_keys (id),
  value_sealed bytea not null,
  source_sealed bytea not null,
  state text not null default 'reported' check (state in ('reported', 'checked', 'confirmed', 'refuted')),
  checked_by uuid references app.staff (id),
  confirmed_by uuid references app.staff (id),
  expires_at timestamptz not null,
  version integer not null default 1,
  check ((case_id is null) <> (report_id is null)),
  check (checked_by is null or checked_by <> by_staff),
  check (confirmed_by is null or (confirmed_by <> by_staff and confirmed_by <> checked_by)),
  check (state <> 'checked' or checked_by is not null),
  check (state <> 'confirmed' or (checked_by is not null and confirmed_by is not null))
);
comment on table app.network_mentions is 'That a case or a tip speaks of such a thing: in which role, since when, how far it was checked, and until when it counts.';
comment on column app.network_mentions.token is 'Keyed token of the normalised value: it stands for the thing in every body, and the key is not in the database.';
comment on column app.network_mentions.word_tokens is 'Of a name, a token for each word: how rare a name is decides what it proves.';
comment on column app.network_mentions.value_sealed is 'A recruiter, number, account, vehicle, address, company or way of working in words. Never a victim.';
comment on column app.network_mentions.source_sealed is 'The sentence that says so, and where it stands.';
create index network_mentions_list_idx on app.network_mentions (org_id, expires_at, id); -- listMentions
create index network_mentions_token_idx on app.network_mentions (token); -- mentions of one thing
create index network_mentions_ends_idx on app.network_mentions (expires_at); -- what no longer counts
create index network_mentions_case_idx on app.network_mentions (case_id); -- what a case says
create index network_mentions_report_idx on app.network_mentions (report_id); -- what a tip says

create table app.network_groups (
  id uuid primary key,
  created_at timestamptz not null,
  found_at timestamptz not null,
  lead_org uuid not null references app.organisations (id),
  orgs uuid[] not null check (cardinality(orgs) > 0),
  files integer not null check (files > 1),
  bridges integer not null default 0,
  expires_at timestamptz not null
);
comment on table app.network_groups is 'Files that two independent pieces of evidence, or one thing of a recruiter''s own, join. The body of the earliest file leads. Made anew by a job.';
create index network_groups_list_idx on app.network_groups (expires_at, id); -- listGroups

create table app.network_links (
  id uuid primary key,
  created_at timestamptz not null,
  group_id uuid not null references app.network_groups (id) on delete cascade,
  join_no integer not null,
  evidence text not null check (evidence in ('telephone', 'account', 'vehicle', 'address', 'document', 'recruiter-name', 'leader-name',
                                             'company', 'near-number', 'part-address', 'booking', 'agency')),
  strength text not null check (strength in ('strong', 'weak')),
  left_mention uuid not null references app.network_mentions (id) on delete cascade,
  right_mention uuid not null references app.network_mentions (id) on delete cascade,
  left_no integer not null,
  right_no integer not null,
  left_org uuid not null references app.organisations (id),
  right_org uuid not null references app.organisations (id),
  left_state text not null,
  right_state text not null,
  left_day timestamptz,
  right_day timestamptz,
  expires_at timestamptz not null
);
comment on table app.network_links is 'One piece of evidence between two files of a group: its kind, whose files, how far checked. No value and no case.';
create index network_links_group_idx on app.network_links (group_id, id); -- readGroup
create index network_links_left_idx on app.network_links (left_mention); -- foreign key
create index network_links_right_idx on app.network_links (right_mention); -- foreign key

create table app.network_asks (
  id uuid primary key,
  created_at timestamptz not null,
  group_id uuid not null,
  mention_id uuid not null,
  from_org uuid not null references app.organisations (id),
  to_org uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  state text not null default 'open' check (state in ('open', 'given', 'refused')),
  answered_by uuid references app.staff (id),
  answered_at timestamptz,
  until timestamptz not null,
  version integer not null default 1,
  unique (mention_id, from_org),
  check (from_org <> to_org),
  check ((state = 'open') = (answered_by is null)),
  check ((answered_by is null) = (answered_at is null))
);
comment on table app.network_asks is 'A body asks another for the words behind a link. They are seen once the owner has given them, and no longer than agreed.';
create index network_asks_from_idx on app.network_asks (from_org, state); -- what we asked
create index network_asks_to_idx on app.network_asks (to_org, state); -- what we are asked

do $$ declare t text; begin
  foreach t in array array['network_mentions', 'network_groups', 'network_links', 'network_asks'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('create policy jobs on app.%I to payung_job using (true) with check (true)', t);
    execute format('grant select on app.%I to payung_job', t);
  end loop;
end $$;
grant insert, delete on app.network_groups, app.network_links to payung_job;
grant delete on app.network_mentions, app.network_asks to payung_job;

-- What another body gave us, by its own yes; and what we are asked.
create policy either_side on app.network_asks for select to payung_staff
  using ((select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and (from_org = (select app.org()) or to_org = (select app.org())));
create policy ask on app.network_asks for insert to payung_staff
  with check (from_org = (select app.org()) and by_staff = (select app.staff()) and state = 'open'
    and (select app.has_role('caseworker', 'supervisor'))
    and exists (select 1 from app.network_groups g where g.id = group_id)
    and exists (select 1 from app.network_links l where l.group_id = network_asks.group_id
                and ((l.left_mention = mention_id and l.left_org = to_org) or (l.right_mention = mention_id and l.right_org = to_org))));
create policy answer on app.network_asks for update to payung_staff
  using (to_org = (select app.org()) and state = 'open' and (select app.has_role('supervisor')))
  with check (to_org = (select app.org()) and answered_by = (select app.staff()));
grant select, insert on app.network_asks to payung_staff;
grant update (state, answered_by, answered_at, until, version) on app.network_asks to payung_staff;

-- Need to know: the words belong to whoever may open the case or the tip.
create policy own_or_given on app.network_mentions for select to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
      and case when case_id is not null then app.can_open(case_id)
               else exists (select 1 from app.reports r where r.id = report_id) end)
    or exists (select 1 from app.network_asks a where a.mention_id = network_mentions.id and a.from_org = (select app.org())
               and a.state = 'given' and a.until > now()));
create policy add on app.network_mentions for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and state = 'reported'
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and case when case_id is not null then app.can_open(case_id)
             else exists (select 1 from app.reports r where r.id = report_id) end);
create policy check_it on app.network_mentions for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('caseworker', 'supervisor'))
    and case when case_id is not null then app.can_open(case_id)
             else exists (select 1 from app.reports r where r.id = report_id) end)
  with check (org_id = (select app.org()));
grant select, insert on app.network_mentions to payung_staff;
grant update (state, checked_by, confirmed_by, expires_at, version) on app.network_mentions to payung_staff;

create policy parties on app.network_groups for select to payung_staff
  using ((select app.org()) = any (orgs) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')));
grant select on app.network_groups to payung_staff;
create policy parties on app.network_links for select to payung_staff
  using (exists (select 1 from app.network_groups g where g.id = group_id));
grant select on app.network_links to payung_staff;
