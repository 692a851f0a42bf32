-- The random key of the day under which visitors are counted. Shared by the processes, never backed up, gone after the day.
create unlogged table app.visitor_keys (
  day date primary key,
  created_at timestamptz not null default now(),
  key bytea not null
);
comment on table app.visitor_keys is 'One random key a day for the rate limits; deleted with the counts, so that nobody can turn a count back into an address later.';
alter table app.visitor_keys enable row level security;
alter table app.visitor_keys force row level security;
create policy counting on app.visitor_keys to payung_public, payung_gate, payung_job using (true) with check (true);
grant select, insert on app.visitor_keys to payung_public, payung_gate;
grant select, delete on app.visitor_keys to payung_job;
