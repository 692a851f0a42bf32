-- Search by name at 100,000 cases: the tokens of a protected case are kept from who may not open it by one set for the whole
-- query, not by a question for each row. The set holds ids of the own organisation only, and only inside this policy.
create function app.hidden_cases() returns setof uuid language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select f.case_id from app.case_files f
     where f.org_id = app.org() and f.protected
       and not exists (select 1 from app.protected_readers r
         where r.case_id = f.case_id and r.staff_id = app.staff() and r.ended_at is null and (r.until is null or r.until > app.clock())) $$;
alter function app.hidden_cases() owner to payung_system;
revoke all on function app.hidden_cases from public;
grant execute on function app.hidden_cases to payung_staff;
create policy hides on app.protected_readers for select to payung_system using (true);
grant select on app.protected_readers to payung_system;
create index case_files_protected_idx on app.case_files (org_id) where protected; -- the protected cases of an organisation

drop policy tokens on app.search_tokens;
create policy tokens on app.search_tokens to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases())
    and (case_id is null or not (case_id in (select app.hidden_cases()))))
  with check ((select app.reads_cases())
    and (org_id = (select app.org()) or (subject_kind = 'report' and app.may_index(subject_id))));
