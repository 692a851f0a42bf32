-- Who accepted a need sees it from that moment, before the row says that it owns it.
create policy taker on app.needs for select to payung_staff
  using (app.can_open(case_id) and id in (
    select r.need_id from app.referrals r where r.to_org = (select app.org()) and r.state in ('accepted', 'in-progress', 'on-hold')));
-- The part that nobody took becomes a need of its own with the sender: made by the job.
grant insert on app.needs to payung_job;
