-- Time comes from the program (one clock for code and policies); a report moves as a whole; a protected case hides its reports too.

create function app.clock() returns timestamptz language sql stable as $$ select coalesce(app.claim('now')::timestamptz, now()) $$;
comment on function app.clock is 'The instant of this transaction as runAs set it; the database''s own where nothing is set.';
grant execute on function app.clock to public;

create or replace function app.readable_protected() returns setof uuid language sql stable as
  $$ select case_id from app.protected_readers
     where staff_id = app.staff() and ended_at is null and (until is null or until > app.clock()) $$;

-- Only who may open the case names its readers; an emergency opens it to oneself alone, for four hours.
drop policy name_them on app.protected_readers;
create policy name_them on app.protected_readers for insert to payung_staff
  with check (org_id = (select app.org()) and named_by = (select app.staff())
    and ((emergency and staff_id = (select app.staff()) and until is not null and until <= (select app.clock()) + interval '4 hours 5 minutes'
          and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
         or (not emergency and (select app.has_role('supervisor')) and app.can_open(case_id))));
-- Nobody reviews or prolongs his own emergency.
drop policy review on app.protected_readers;
create policy review on app.protected_readers for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor')) and staff_id <> (select app.staff())) with check (true);

-- In an emergency an officer knows the code; the list does not show it. Answers only for a protected case of the own organisation.
create function app.emergency_case(wanted text) returns uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select f.case_id from app.case_files f where f.org_id = app.org() and f.code = wanted and f.protected
       and app.has_role('intake-officer', 'caseworker', 'supervisor') $$;
alter function app.emergency_case(text) owner to payung_system;
revoke all on function app.emergency_case from public;
grant execute on function app.emergency_case to payung_staff;

-- A report in a case is seen by who may open the case; a protected case hides its reports.
drop policy desk on app.reports;
create policy desk on app.reports for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and not (org_id = any (kept_from_orgs))
         and (case_id is null or app.can_open(case_id)));
drop policy own_org on app.journal;
create policy own_org on app.journal for select to payung_staff
  using (org_id = (select app.org())
    and ((select app.has_role('auditor', 'data-protection-officer'))
         or ((select app.has_role('intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal'))
             and (case_id is null or app.can_open(case_id)))));

-- A report goes to another desk with its messages, files, consents and search tokens. The old desk can then no longer see the
-- row, which a plain update under row security refuses; hence one function that checks for itself.
create function app.move_report(wanted uuid, target uuid, due timestamptz, reason text, trail_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare old_org uuid;
begin
  select r.org_id into old_org from app.reports r
    where r.id = wanted and r.case_id is null and r.org_id <> target and not (target = any (r.kept_from_orgs))
      and case when app.staff() is null then r.state = 'waiting' and r.respond_by <= app.clock()
               else r.state in ('waiting', 'taken') and r.org_id = app.org()
                    and app.has_role('intake-officer', 'caseworker', 'supervisor') end
      and exists (select 1 from app.organisations o where o.id = target and o.active and o.takes_reports)
    for update;
  if old_org is null then return false; end if;
  update app.reports set org_id = target, desk_since = app.clock(), respond_by = due, moved_count = moved_count + 1,
    state = 'waiting', taken_by = null, taken_at = null, version = version + 1 where id = wanted;
  update app.messages set org_id = target where report_id = wanted;
  update app.attachments set org_id = target where report_id = wanted;
  update app.consents set org_id = target where report_id = wanted;
  update app.search_tokens set org_id = target where subject_id = wanted;
  update app.report_desks set until = app.clock(), next_org_id = target where report_id = wanted and org_id = old_org and until is null;
  if not found then
    insert into app.report_desks (id, created_at, report_id, org_id, why, until, next_org_id)
      select gen_random_uuid(), r.created_at, r.id, old_org, 'place', app.clock(), target from app.reports r where r.id = wanted;
  end if;
  insert into app.report_desks (id, created_at, report_id, org_id, why, by_staff)
    values (trail_id, app.clock(), wanted, target, reason, app.staff());
  return true;
end $$;
alter function app.move_report(uuid, uuid, timestamptz, text, uuid) owner to payung_system;
revoke all on function app.move_report from public;
grant execute on function app.move_report to payung_staff, payung_job;
do $$ declare t text; begin
  foreach t in array array['reports', 'messages', 'attachments', 'consents', 'search_tokens', 'report_desks'] loop
    execute format('create policy moves on app.%I to payung_system using (true) with check (true)', t);
  end loop;
end $$;
create policy moves on app.organisations for select to payung_system using (true);
grant select on app.organisations, app.reports, app.messages, app.attachments, app.consents, app.search_tokens, app.report_desks to payung_system;
grant update (org_id, desk_since, respond_by, moved_count, state, taken_by, taken_at, version) on app.reports to payung_system;
grant update (org_id) on app.messages, app.attachments, app.consents, app.search_tokens to payung_system;
grant insert, update on app.report_desks to payung_system;

-- Lists with the filters that a person uses, at 100,000 cases.
create index case_files_country_idx on app.case_files (org_id, state, country, urgency_rank, next_due_at); -- the case list of one country
create index case_files_mine_idx on app.case_files (org_id, state, assignee, urgency_rank, next_due_at); -- my cases, most urgent first
create index case_files_types_idx on app.case_files using gin (case_types); -- the case list of one type
create index reports_bulk_idx on app.reports (bulk_id) where bulk_id is not null; -- undoing a bulk close
create index report_desks_next_idx on app.report_desks (next_org_id, until desc) where next_org_id is not null; -- what came to me because nobody took it
create index messages_reopen_idx on app.messages (case_id, created_at) where kind = 'reopen-request'; -- closed cases that the person wants open again
create policy jobs on app.incidents for select to payung_job using (true);
-- A flood (signal of the soft limit) stands last within its urgency, so that junk never hides a report in danger.
drop index app.reports_inbox_idx;
create index reports_inbox_idx on app.reports (org_id, urgency_rank, (('flood' = any (signals))), respond_by) where state = 'waiting';
