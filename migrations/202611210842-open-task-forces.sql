-- Task forces of several bodies. A member sees codes, needs, owners, next dates and blockers of the cases that were brought with the
-- person's consent or on a ground of the law, and no word of a case: that stays behind the files. A stranger sees nothing.
create table app.task_forces (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  level text not null check (level in ('national', 'province', 'district')),
  name text not null check (length(name) between 1 and 200),
  basis text not null check (length(basis) <= 300),
  source text not null check (length(source) between 1 and 500),
  source_on date not null,
  version integer not null default 1
);
comment on table app.task_forces is 'Task forces with their basis and source: the decree that names the members.';

create table app.task_force_members (
  task_force_id uuid not null references app.task_forces (id),
  org_id uuid not null references app.organisations (id),
  created_at timestamptz not null,
  by_staff uuid not null references app.staff (id),
  part text not null check (part in ('chair', 'secretariat', 'member')),
  since date not null,
  until date,
  primary key (task_force_id, org_id)
);
comment on table app.task_force_members is 'Member bodies, dated. A body whose time has ended sees nothing any more.';
create index task_force_members_org_idx on app.task_force_members (org_id) where until is null; -- the task forces of a body

create table app.task_force_cases (
  id uuid primary key,
  created_at timestamptz not null,
  task_force_id uuid not null references app.task_forces (id),
  case_id uuid not null references app.cases (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  basis text not null check (basis in ('consent', 'guardian', 'exception')),
  exception_ground text check (exception_ground in ('cannot-be-asked-and-in-danger', 'child', 'law-obliges')),
  readers uuid[] not null,
  until timestamptz,
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('done', 'withdrawn', 'not-needed')),
  version integer not null default 1,
  check ((basis = 'exception') = (exception_ground is not null)),
  check ((ended_at is null) = (ended_because is null))
);
comment on table app.task_force_cases is 'A case before a task force: brought by the leading body, on the person''s consent or on a ground of the law, for named bodies only.';
comment on column app.task_force_cases.readers is 'The member bodies that consent or the ground reaches; each other member sees nothing of it.';
create unique index task_force_cases_once_idx on app.task_force_cases (task_force_id, case_id) where ended_at is null;
create index task_force_cases_case_idx on app.task_force_cases (case_id); -- before which task forces a case is

create table app.conferences (
  id uuid primary key,
  created_at timestamptz not null,
  task_force_id uuid not null references app.task_forces (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  held_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  cancelled_because text check (cancelled_because in ('no-quorum', 'not-needed', 'emergency', 'other')),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  check ((state = 'cancelled') = (cancelled_because is not null))
);
comment on table app.conferences is 'Case conferences of a task force. Place and notes are sealed under a key of the conference.';
create index conferences_list_idx on app.conferences (task_force_id, held_at desc); -- the conferences of a task force

create table app.conference_bodies (
  conference_id uuid not null references app.conferences (id),
  org_id uuid not null references app.organisations (id),
  created_at timestamptz not null,
  attendance text not null default 'invited' check (attendance in ('invited', 'present', 'excused', 'absent')),
  primary key (conference_id, org_id)
);
comment on table app.conference_bodies is 'Attendance by body; never who came for it.';

create table app.conference_items (
  id uuid primary key,
  created_at timestamptz not null,
  conference_id uuid not null references app.conferences (id),
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  position integer not null,
  kind text not null check (kind in ('case', 'conflict', 'other')),
  entry_id uuid references app.task_force_cases (id),
  finding_id uuid references app.competence_findings (id),
  key_id uuid not null references app.data_keys (id),
  topic_sealed bytea not null,
  minutes_sealed bytea,
  version integer not null default 1,
  check ((kind = 'case') = (entry_id is not null)),
  check ((kind = 'conflict') = (finding_id is not null))
);
comment on table app.conference_items is 'The agenda in order, and the minutes of each item, sealed. An item on a case is there only for the bodies that the case reaches.';
create index conference_items_list_idx on app.conference_items (conference_id, position); -- the agenda

create table app.task_force_decisions (
  id uuid primary key,
  created_at timestamptz not null,
  task_force_id uuid not null references app.task_forces (id),
  item_id uuid not null references app.conference_items (id),
  org_id uuid not null references app.organisations (id),
  by_org uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not-done', 'set-aside')),
  answered_at timestamptz,
  answered_by uuid references app.staff (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  outcome_sealed bytea,
  version integer not null default 1,
  check ((state = 'open') = (answered_at is null))
);
comment on table app.task_force_decisions is 'A decision of a conference is a task of one body (org_id) with a day. The day is never moved: late stays visible.';
create index task_force_decisions_due_idx on app.task_force_decisions (org_id, due_on) where state = 'open'; -- Today
create index task_force_decisions_list_idx on app.task_force_decisions (task_force_id, due_on); -- overdue by body
create index task_force_decisions_item_idx on app.task_force_decisions (item_id); -- the decisions of an item

do $$ declare t text; begin
  foreach t in array array['task_forces', 'task_force_members', 'task_force_cases', 'conferences', 'conference_bodies', 'conference_items', 'task_force_decisions'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('create policy weighs on app.%I for select to payung_system using (true)', t);
    execute format('grant select on app.%I to payung_system', t);
  end loop;
end $$;
create policy weighs on app.consents for select to payung_system using (true);
grant select (created_at, report_id, case_id, item, answer) on app.consents to payung_system;
create policy weighs on app.needs for select to payung_system using (true);
grant select (id, case_id, kind, state, owner_org, created_at) on app.needs to payung_system;

-- The part of my body in a task force, for whoever works for the task force or on cases; null for everybody else.
create function app.task_force_part(wanted uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select m.part from app.task_force_members m where m.task_force_id = wanted and m.org_id = app.org() and m.until is null
       and app.has_role('task-force-member', 'intake-officer', 'caseworker', 'supervisor') $$;
create function app.runs_task_force(wanted uuid) returns boolean language sql stable as
  $$ select app.has_role('task-force-member') and coalesce(app.task_force_part(wanted) in ('chair', 'secretariat'), false) $$;

-- Does this case stand before the task force for my body, now? A protected or closed case, an ended consent and a later no end it at once.
create function app.task_force_shows(entry uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (
       select 1 from app.task_force_cases e join app.cases c on c.id = e.case_id
       where e.id = entry and e.ended_at is null and not c.protected and c.state = 'open'
         and (e.org_id = app.org() or app.org() = any (e.readers))
         and app.task_force_part(e.task_force_id) is not null
         and (e.until is null or e.until > now())
         and (e.exception_ground in ('child', 'law-obliges') or not exists (
           select 1 from app.consents k
           where k.item = 'needs' and k.answer <> 'yes' and k.created_at >= e.created_at
             and (k.purpose is null or k.purpose = 'task-force')
             and (k.case_id = e.case_id or k.report_id in (select r.id from app.reports r where r.case_id = e.case_id))))) $$;

create function app.task_force_list(wanted uuid)
  returns table (id uuid, code text, urgency text, lead_org uuid, org_id uuid, created_at timestamptz, basis text, own_file boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select e.id, c.code, c.urgency, c.lead_org, e.org_id, e.created_at, e.basis,
       exists (select 1 from app.case_files f where f.case_id = c.id and f.org_id = app.org() and f.state = 'active')
     from app.task_force_cases e join app.cases c on c.id = e.case_id
     where e.task_force_id = wanted and app.has_role('task-force-member') and app.task_force_shows(e.id) $$;
comment on function app.task_force_list is 'The cases before a task force as a member may see them: codes and bodies, no word and no name.';

create function app.task_force_work(wanted uuid)
  returns table (entry_id uuid, line text, kind text, place text, owner_org uuid, state text, next_on date, blocker text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select e.id, 'need', n.kind, null, n.owner_org, n.state,
       (select min(t.next_on) from app.tracks t where t.need_id = n.id and t.state <> 'ended'),
       (select min(t.blocker) from app.tracks t where t.need_id = n.id and t.state <> 'ended' and t.blocker <> 'none')
     from app.task_force_cases e join app.needs n on n.case_id = e.case_id
     where e.task_force_id = wanted and app.has_role('task-force-member') and app.task_force_shows(e.id)
     union all
     select e.id, 'track', t.kind, t.place, t.owner_org, t.state, t.next_on, t.blocker
     from app.task_force_cases e join app.tracks t on t.case_id = e.case_id
     where e.task_force_id = wanted and app.has_role('task-force-member') and app.task_force_shows(e.id) $$;
comment on function app.task_force_work is 'Needs and tracks of those cases: kinds, owners, states, next dates and blockers as codes.';

-- A decision goes only to a member that the case reaches.
create function app.may_take_decision(item uuid, body uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (
       select 1 from app.conference_items i join app.conferences f on f.id = i.conference_id
       join app.task_force_members m on m.task_force_id = f.task_force_id and m.org_id = body and m.until is null
       where i.id = item and app.runs_task_force(f.task_force_id)
         and (i.entry_id is null or exists (
           select 1 from app.task_force_cases e where e.id = i.entry_id and (e.org_id = body or body = any (e.readers))))) $$;

-- The same question for a supervisor, who does not read the agenda.
create function app.decision_shows(item uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.conference_items i where i.id = item and (i.entry_id is null or app.task_force_shows(i.entry_id))) $$;

do $$ declare f text; begin
  foreach f in array array['task_force_part(uuid)', 'task_force_shows(uuid)', 'decision_shows(uuid)', 'task_force_list(uuid)', 'task_force_work(uuid)', 'may_take_decision(uuid, uuid)'] loop
    execute format('alter function app.%s owner to payung_system', f);
    execute format('revoke all on function app.%s from public', f);
    execute format('grant execute on function app.%s to payung_staff', f);
  end loop;
end $$;
revoke all on function app.runs_task_force from public;
grant execute on function app.runs_task_force to payung_staff, payung_system;

create policy of_members on app.task_forces for select to payung_staff
  using (app.task_force_part(id) is not null or (org_id = (select app.org()) and (select app.has_role('task-force-member'))));
create policy set_up on app.task_forces for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (select app.has_role('task-force-member')));
grant select, insert on app.task_forces to payung_staff;

create policy of_members on app.task_force_members for select to payung_staff using (app.task_force_part(task_force_id) is not null);
create policy call_in on app.task_force_members for insert to payung_staff
  with check (by_staff = (select app.staff()) and (app.runs_task_force(task_force_id)
    or (org_id = (select app.org()) and (select app.has_role('task-force-member'))
        and exists (select 1 from app.task_forces f where f.id = task_force_id and f.org_id = (select app.org())))));
create policy let_go on app.task_force_members for update to payung_staff
  using (app.runs_task_force(task_force_id)) with check (app.runs_task_force(task_force_id));
grant select, insert on app.task_force_members to payung_staff;
grant update (part, until) on app.task_force_members to payung_staff;

create policy own_file on app.task_force_cases for select to payung_staff using (org_id = (select app.org()) and app.can_open(case_id));
create policy bring on app.task_force_cases for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and app.can_open(case_id)
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor')) and app.task_force_part(task_force_id) is not null
    and exists (select 1 from app.cases c where c.id = case_id and c.lead_org = (select app.org()) and not c.protected));
create policy take_out on app.task_force_cases for update to payung_staff
  using (org_id = (select app.org()) and app.can_open(case_id) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
  with check (org_id = (select app.org()));
grant select, insert on app.task_force_cases to payung_staff;
grant update (ended_at, ended_because, version) on app.task_force_cases to payung_staff;

create policy of_members on app.conferences for select to payung_staff
  using ((select app.has_role('task-force-member')) and app.task_force_part(task_force_id) is not null);
create policy call_it on app.conferences for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and state = 'planned' and app.runs_task_force(task_force_id));
create policy run_it on app.conferences for update to payung_staff
  using (app.runs_task_force(task_force_id)) with check (app.runs_task_force(task_force_id));
grant select, insert on app.conferences to payung_staff;
grant update (held_at, state, cancelled_because, sealed, version) on app.conferences to payung_staff;

create policy of_members on app.conference_bodies for select to payung_staff
  using (exists (select 1 from app.conferences c where c.id = conference_id));
create policy invite on app.conference_bodies for insert to payung_staff
  with check (exists (select 1 from app.conferences c where c.id = conference_id and app.runs_task_force(c.task_force_id)));
create policy note_it on app.conference_bodies for update to payung_staff
  using (exists (select 1 from app.conferences c where c.id = conference_id and app.runs_task_force(c.task_force_id)))
  with check (true);
grant select, insert on app.conference_bodies to payung_staff;
grant update (attendance) on app.conference_bodies to payung_staff;

create policy of_members on app.conference_items for select to payung_staff
  using (exists (select 1 from app.conferences c where c.id = conference_id) and (entry_id is null or app.task_force_shows(entry_id)));
create policy propose on app.conference_items for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff())
    and exists (select 1 from app.conferences c where c.id = conference_id and c.state = 'planned')
    and (entry_id is null or app.task_force_shows(entry_id)));
create policy take_minutes on app.conference_items for update to payung_staff
  using ((entry_id is null or app.task_force_shows(entry_id))
    and exists (select 1 from app.conferences c where c.id = conference_id and app.runs_task_force(c.task_force_id)))
  with check (true);
grant select, insert on app.conference_items to payung_staff;
grant update (position, minutes_sealed, version) on app.conference_items to payung_staff;

-- The supervisors of the body that has the task read it too: it stands on that body's Today.
create policy of_members on app.task_force_decisions for select to payung_staff
  using (exists (select 1 from app.conference_items i where i.id = item_id)
    or (org_id = (select app.org()) and (select app.has_role('supervisor')) and app.task_force_part(task_force_id) is not null
        and app.decision_shows(item_id)));
create policy decide on app.task_force_decisions for insert to payung_staff
  with check (by_org = (select app.org()) and by_staff = (select app.staff()) and state = 'open'
    and app.runs_task_force(task_force_id) and app.may_take_decision(item_id, org_id));
-- The body that has the task says what became of it; the chair or the secretariat may set it aside.
create policy answer on app.task_force_decisions for update to payung_staff
  using (app.decision_shows(item_id) and (app.runs_task_force(task_force_id)
    or (org_id = (select app.org()) and (select app.has_role('task-force-member', 'supervisor')) and app.task_force_part(task_force_id) is not null)))
  with check (state = 'set-aside' or org_id = (select app.org()));
grant select, insert on app.task_force_decisions to payung_staff;
grant update (state, answered_at, answered_by, outcome_sealed, version) on app.task_force_decisions to payung_staff;
