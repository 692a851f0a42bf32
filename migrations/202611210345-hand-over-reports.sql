-- A report that an officer took and that is no case yet is work too: it goes to the colleague with the files.
create or replace function app.still_has_work(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.case_files f where f.assignee = wanted and f.state = 'active')
         or exists (select 1 from app.tasks t where t.assignee = wanted and t.done_at is null)
         or exists (select 1 from app.reports r where r.taken_by = wanted and r.state = 'taken') $$;
create or replace function app.hand_over_files(giver uuid, taker uuid) returns setof uuid language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare its_org uuid;
begin
  if not app.has_role('supervisor', 'organisation-admin', 'installation-admin') then
    raise exception 'only a supervisor or an administrator hands over' using errcode = 'insufficient_privilege';
  end if;
  select s.org_id into its_org from app.staff s where s.id = giver;
  if its_org is null or (its_org <> app.org() and not app.has_role('installation-admin')) then
    raise exception 'not an account of this organisation' using errcode = 'insufficient_privilege';
  end if;
  if giver = taker or not exists (
    select 1 from app.staff s join app.staff_roles r on r.staff_id = s.id
    where s.id = taker and s.org_id = its_org and s.state = 'active' and r.confirmed_at is not null and r.ended_at is null
      and r.role in ('intake-officer', 'caseworker', 'supervisor')) then
    raise exception 'the taker is no active officer of the same organisation' using errcode = 'PA002';
  end if;
  update app.tasks t set assignee = taker where t.assignee = giver and t.org_id = its_org and t.done_at is null;
  update app.reports r set taken_by = taker where r.taken_by = giver and r.org_id = its_org and r.state = 'taken';
  return query update app.case_files f set assignee = taker, version = f.version + 1
    where f.assignee = giver and f.org_id = its_org and f.state = 'active' returning f.case_id;
end $$;
create index reports_taken_by_idx on app.reports (taken_by) where state = 'taken'; -- still_has_work, hand_over_files

-- A reason about a report of a protected case is for those who may open that case; one that was moved is elsewhere.
drop policy supervisors on app.decision_reasons;
create policy supervisors on app.decision_reasons for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor'))
         and (report_id is null or kind = 'moved' or report_id in (select r.id from app.reports r)));
