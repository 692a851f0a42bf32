-- Hand-overs of one case of a partner come into one case here, tasks that were offered together stay together, and the facts that
-- both sides read cross the line.
alter table app.exchange_threads add column partner_case text;
comment on column app.exchange_threads.partner_case is 'The case''s number at the partner: a later hand-over of the same case comes into the same case here.';
create index exchange_threads_case_idx on app.exchange_threads (partner_id, partner_case) where partner_case is not null; -- the case of an earlier hand-over

create table app.exchange_facts (
  entry_id uuid primary key references app.timeline_entries (id),
  created_at timestamptz not null,
  thread_id uuid not null references app.exchange_threads (id),
  remote_ref uuid not null,
  came text not null check (came in ('out', 'in')),
  unique (thread_id, remote_ref)
);
comment on table app.exchange_facts is 'Which facts of a shared timeline crossed the line, and the number that both installations use for each.';
call app.guard('app.exchange_facts');
create policy jobs on app.exchange_facts to payung_job using (true) with check (true);
grant select, insert on app.exchange_facts to payung_job;

create policy jobs on app.timeline_entries to payung_job using (true) with check (true);
grant select, insert on app.timeline_entries to payung_job;
create policy partners_tasks on app.hand_overs for insert to payung_job
  with check (from_org in (select o.id from app.organisations o where o.partner_id is not null) and by_staff is null);
grant insert on app.hand_overs to payung_job;
