-- Referral codes per body and year (R-JHB-2026-0007), and what the jobs need to move silence on.
create table app.referral_numbers (
  org_id uuid not null references app.organisations (id),
  year integer not null,
  last integer not null,
  created_at timestamptz not null default now(),
  primary key (org_id, year)
);
comment on table app.referral_numbers is 'Last referral number of a body in a year.';
call app.guard('app.referral_numbers');
create policy counting on app.referral_numbers to payung_staff using (org_id = (select app.org())) with check (org_id = (select app.org()));
create policy counting_jobs on app.referral_numbers to payung_job using (true) with check (true);
grant select, insert, update on app.referral_numbers to payung_staff, payung_job;
grant insert on app.case_files to payung_job;

-- A second person reviews each exception within a day; the job that watches needs an index.
create index referrals_exception_idx on app.referrals (from_org, exception_review_due)
  where consent_basis = 'exception' and exception_reviewed_at is null; -- exceptions to review
