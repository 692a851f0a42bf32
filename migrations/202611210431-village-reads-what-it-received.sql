-- A village officer reads what was referred to the village and nothing that his body sent or leads: the database says so too.
create policy village_received on app.referrals as restrictive for select to payung_staff
  using (to_org = (select app.org())
    or not (select app.has_role('village-officer'))
    or (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal', 'task-force-member')));
create policy village_received on app.case_files as restrictive for select to payung_staff
  using (not is_lead
    or not (select app.has_role('village-officer'))
    or (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal', 'task-force-member')));
