-- A report that waits is read by who takes reports: so are proposals about it, searches, and finds in it.
drop policy both_sides on app.person_matches;
create policy both_sides on app.person_matches for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))
    and exists (select 1 from app.persons p where p.id = right_id)
    and case left_kind when 'person' then exists (select 1 from app.persons p where p.id = left_id)
                       else (select app.has_role('intake-officer', 'supervisor')) and exists (select 1 from app.reports r where r.id = left_id) end);
drop policy desk on app.missing_searches;
create policy desk on app.missing_searches for select to payung_staff
  using ((select app.has_role('intake-officer', 'supervisor')) and exists (select 1 from app.reports r where r.id = report_id));
drop policy few on app.missing_matches;
create policy few on app.missing_matches for select to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('supervisor', 'restricted-reader-care'))
    and case subject_kind when 'person' then exists (select 1 from app.persons p where p.id = subject_id)
                          else (select app.has_role('supervisor')) and exists (select 1 from app.reports r where r.id = subject_id) end);
