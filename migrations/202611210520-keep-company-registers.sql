-- The ministry's list of licensed placement companies (P3MI): public facts, dated. Each import is a register of its own and
-- stays; the newest list whose day has come and that nobody set aside is in force.
create table app.company_registers (
  id uuid primary key,
  created_at timestamptz not null,
  as_of date not null,
  source text not null check (length(source) between 3 and 500),
  kind text not null check (kind in ('demonstration', 'imported')),
  companies integer not null check (companies between 1 and 20000),
  columns jsonb not null default '{}',
  imported_by uuid references app.staff (id),
  set_aside_at timestamptz,
  set_aside_by uuid references app.staff (id),
  set_aside_reason text check (length(set_aside_reason) between 3 and 500),
  check ((imported_by is null) = (kind = 'demonstration')),
  check ((set_aside_at is null) = (set_aside_by is null)),
  check ((set_aside_at is null) = (set_aside_reason is null))
);
comment on table app.company_registers is 'Dated lists of licensed placement companies, one for each import. as_of is the day of the list itself, created_at of its import.';
comment on column app.company_registers.columns is 'Which heading of the file was which field: proposed again at the next import.';
create index company_registers_in_force_idx on app.company_registers (as_of desc, created_at desc) where set_aside_at is null; -- the list in force today

create table app.companies (
  id uuid primary key,
  register_id uuid not null references app.company_registers (id),
  name text not null check (length(name) between 1 and 200),
  plain_name text not null,
  grams text[] not null,
  licence text not null check (length(licence) between 1 and 200),
  state text not null check (state in ('active', 'inactive', 'suspended', 'revoked', 'expired')),
  valid_until date
);
comment on table app.companies is 'The companies of one list, as the list says it. No row is ever changed: a newer list is a new register.';
comment on column app.companies.plain_name is 'The name without its legal form, signs and capitals: what a look-up compares.';
comment on column app.companies.grams is 'The pieces of three letters of plain_name: near names share some. No extension of PostgreSQL is needed for it.';
create index companies_name_idx on app.companies (register_id, plain_name); -- the look-up by name and by near names in one list; the list in order

create table app.company_drafts (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  staff_id uuid not null references app.staff (id),
  cells jsonb not null,
  mapping jsonb not null,
  source text not null default '' check (length(source) <= 500),
  as_of date
);
comment on table app.company_drafts is 'A file between its upload and its import: the cells as text and what each column was said to be. Gone after the import or the next upload.';
create unique index company_drafts_staff_idx on app.company_drafts (staff_id); -- one at a time for each officer

do $$ declare t text; begin
  foreach t in array array['company_registers', 'companies', 'company_drafts'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
  end loop;
end $$;

create policy visitors on app.company_registers for select to payung_public using (set_aside_at is null);
create policy visitors on app.companies for select to payung_public
  using (register_id in (select r.id from app.company_registers r where r.set_aside_at is null));
grant select (id, created_at, as_of, source, kind, companies, set_aside_at) on app.company_registers to payung_public;
grant select on app.companies to payung_public;

create policy readers on app.company_registers for select to payung_staff using (true);
create policy readers on app.companies for select to payung_staff using (true);
create policy import on app.company_registers for insert to payung_staff
  with check (imported_by = (select app.staff()) and kind = 'imported' and created_at = (select app.clock()) and set_aside_at is null
    and (select app.has_role('installation-admin')));
-- Only in the transaction that makes the register: nothing is added to a list afterwards.
create policy import on app.companies for insert to payung_staff
  with check (register_id in (select r.id from app.company_registers r
    where r.imported_by = (select app.staff()) and r.created_at = (select app.clock())));
create policy set_aside on app.company_registers for update to payung_staff
  using (set_aside_at is null and (select app.has_role('installation-admin')))
  with check (set_aside_by = (select app.staff()) and set_aside_at = (select app.clock()));
grant select, insert on app.company_registers, app.companies to payung_staff;
grant update (set_aside_at, set_aside_by, set_aside_reason) on app.company_registers to payung_staff;

create policy own on app.company_drafts to payung_staff
  using (staff_id = (select app.staff()) and org_id = (select app.org()) and (select app.has_role('installation-admin')))
  with check (staff_id = (select app.staff()) and org_id = (select app.org()) and (select app.has_role('installation-admin')));
grant select, insert, delete on app.company_drafts to payung_staff;
grant update (mapping, source, as_of) on app.company_drafts to payung_staff;
