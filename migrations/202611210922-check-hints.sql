-- A hint lives as long as the person's yes: a job looks again and takes it away. Which record of the other body stands behind
-- it is for that job alone.
alter table app.body_hints add column other_person uuid not null references app.persons (id);
comment on column app.body_hints.other_person is 'Only for the job that asks again whether the person still says yes; staff cannot read this column.';
revoke select on app.body_hints from payung_staff;
grant select (id, created_at, org_id, person_id, other_org, seen_at) on app.body_hints to payung_staff;
grant delete on app.body_hints to payung_job;
