-- Found by the table matrix. Which report lay at which desk is known to who may read reports (administrators, auditors and analysts
-- read none); and trail and search tokens are written only about reports of the own desk or written down by oneself.
create function app.may_index(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.reports r where r.id = wanted and (r.org_id = app.org() or r.written_by_staff = app.staff())) $$;
comment on function app.may_index is 'A report written down for a caller may belong to another desk from its first second: its writer still completes it.';
alter function app.may_index(uuid) owner to payung_system;
revoke all on function app.may_index from public;
grant execute on function app.may_index to payung_staff;

drop policy trail on app.report_desks;
create policy trail on app.report_desks for select to payung_staff
  using ((select app.reads_cases()) and (org_id = (select app.org()) or next_org_id = (select app.org())));
drop policy trail_add on app.report_desks;
create policy trail_add on app.report_desks for insert to payung_staff
  with check ((select app.reads_cases()) and app.may_index(report_id));

drop policy tokens on app.search_tokens;
create policy tokens on app.search_tokens to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and (case_id is null or app.can_open(case_id)))
  with check ((select app.reads_cases())
    and (org_id = (select app.org()) or (subject_kind = 'report' and app.may_index(subject_id))));
