-- A body's name and place are edited, a body and a service end, by the same rule as a number: one person proposes, another
-- reads, and only then the database itself applies it. Staff write to no body and no service by hand.
create table app.directory_edits (
  id uuid primary key,
  created_at timestamptz not null,
  body_id uuid not null references app.directory_bodies (id),
  service_id uuid references app.directory_services (id),
  edit text not null check (edit in ('rename', 'cover', 'uncover', 'end-body', 'end-service')),
  name_id text check (length(name_id) between 2 and 200),
  name_en text check (length(name_en) between 2 and 200),
  country text check (country ~ '^([A-Z]{2}|\*)$'),
  source text not null check (length(source) between 3 and 500),
  proposed_by uuid not null references app.staff (id),
  proposed_org uuid not null references app.organisations (id),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused')),
  decided_by uuid references app.staff (id),
  decided_at timestamptz,
  check (decided_by is distinct from proposed_by or decided_by is null),
  check ((state = 'waiting') = (decided_by is null)),
  check (edit <> 'rename' or (name_id is not null and name_en is not null)),
  check ((edit in ('cover', 'uncover')) = (country is not null)),
  check ((edit = 'end-service') = (service_id is not null))
);
comment on table app.directory_edits is 'Another name or place of a body, or the end of a body or a service: proposed by one reader, applied when another confirms.';
create index directory_edits_waiting_idx on app.directory_edits (body_id) where state = 'waiting'; -- what waits for a second reader
call app.guard('app.directory_edits');
call app.journaled('app.directory_edits');
create policy readers on app.directory_edits for select to payung_staff using (true);
create policy propose on app.directory_edits for insert to payung_staff
  with check (proposed_by = (select app.staff()) and proposed_org = (select app.org()) and state = 'waiting'
    and (service_id is null or service_id in (select s.id from app.directory_services s where s.body_id = directory_edits.body_id))
    and (select app.has_role('intake-officer', 'caseworker', 'supervisor', 'organisation-admin', 'installation-admin')));
create policy decide on app.directory_edits for update to payung_staff
  using (state = 'waiting' and (select app.has_role('supervisor')) and proposed_by <> (select app.staff()))
  with check (decided_by = (select app.staff()) and state in ('confirmed', 'refused'));
grant select, insert on app.directory_edits to payung_staff;
grant update (state, decided_by, decided_at) on app.directory_edits to payung_staff;

create function app.apply_directory_edit() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case new.edit
    when 'rename' then
      update app.directory_bodies b set name_id = new.name_id, name_en = new.name_en, version = b.version + 1 where b.id = new.body_id;
    when 'end-body' then
      update app.directory_bodies b set ended_at = new.decided_at, version = b.version + 1 where b.id = new.body_id and b.ended_at is null;
    when 'end-service' then
      update app.directory_services s set ended_at = new.decided_at, version = s.version + 1 where s.id = new.service_id and s.ended_at is null;
    when 'cover' then
      insert into app.directory_coverage (id, created_at, body_id, country)
        select new.id, new.decided_at, new.body_id, new.country
        where not exists (select 1 from app.directory_coverage c where c.body_id = new.body_id and c.country = new.country and c.district is null);
    else
      delete from app.directory_coverage c where c.body_id = new.body_id and c.country = new.country and c.district is null;
  end case;
  return new;
end $$;
alter function app.apply_directory_edit() owner to payung_system;
create policy apply_edits on app.directory_bodies to payung_system using (true) with check (true);
create policy apply_edits on app.directory_services to payung_system using (true) with check (true);
create policy apply_edits on app.directory_coverage to payung_system using (true) with check (true);
grant select, update (name_id, name_en, ended_at, version) on app.directory_bodies to payung_system;
grant select, update (ended_at, version) on app.directory_services to payung_system;
grant select, insert, delete on app.directory_coverage to payung_system;
create trigger apply_directory_edit after update of state on app.directory_edits for each row
  when (old.state = 'waiting' and new.state = 'confirmed') execute function app.apply_directory_edit();
