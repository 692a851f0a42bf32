-- The inbox at 100,000 cases. The check reports_check keeps a named body from ever being the desk (org_id is never among
-- kept_from_orgs), so the policy need not ask again for each row; asking misled the planner by a factor of a hundred.
drop policy desk on app.reports;
create policy desk on app.reports for select to payung_staff
  using (org_id = (select app.org()) and (select app.reads_cases()) and (case_id is null or app.can_open(case_id)));

drop index app.reports_inbox_idx;
create index reports_inbox_idx on app.reports (org_id, urgency_rank, (('flood' = any (signals))), respond_by, id) where state = 'waiting'; -- the inbox, danger first
create index reports_newest_idx on app.reports (org_id, created_at desc, id) where state = 'waiting'; -- the inbox, newest first
create index reports_oldest_idx on app.reports (org_id, desk_since) where state = 'waiting'; -- how long the oldest waits
create index reports_mine_idx on app.reports (taken_by, urgency_rank, respond_by) where state = 'taken'; -- what I took and did not finish
create index reports_taken_idx on app.reports (org_id, taken_at desc) where taken_by is not null; -- who took the last one
create index reports_tip_idx on app.reports (org_id, respond_by) where state = 'waiting' and 'TIP' = any (case_types); -- tips in the inbox
create index reports_family_idx on app.reports (org_id, respond_by) where state = 'waiting' and about = 'seeking-family'; -- families in the inbox
create index reports_moved_idx on app.reports (org_id, respond_by) where state = 'waiting' and moved_count > 0; -- moved on because nobody took them
