-- Keys under which two records are compared at all: keyed hashes of sounds with a year or a place, of dates and of numbers.
-- Only jobs read and write them. Whoever has the table and not the key learns how many words somebody shares with somebody.
create table app.match_keys (
  token bytea not null,
  subject_id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'report', 'search')),
  created_at timestamptz not null,
  primary key (token, subject_id)
);
comment on table app.match_keys is 'Keyed blocking keys of persons, reports and searches, each with one row of zeros that says it was compared. Written anew whenever somebody changes.';
create index match_keys_subject_idx on app.match_keys (subject_id); -- replaceKeys, takeUncompared
call app.guard('app.match_keys');
create policy jobs on app.match_keys to payung_job using (true) with check (true);
grant select, insert, delete on app.match_keys to payung_job;
