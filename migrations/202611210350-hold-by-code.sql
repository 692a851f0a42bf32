-- A hold is put on a code as somebody wrote it; whether such a case exists shows to nobody who may not open it. The case
-- behind the code is found by the database and not given back: no error, no column, no row tells the two apart.
alter table app.legal_holds alter column case_id drop not null;
comment on column app.legal_holds.case_id is 'The case behind the code, filled by the database; null where the code is no case of this body. Staff cannot read it.';
revoke select, insert on app.legal_holds from payung_staff;
grant select (id, created_at, org_id, case_code, reason, until, by_staff, ended_at, ended_by, version),
  insert (id, created_at, org_id, case_code, reason, until, by_staff) on app.legal_holds to payung_staff;
create function app.find_held_case() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.case_id := (select c.id from app.cases c where c.code = new.case_code and c.lead_org = new.org_id);
  return new;
end $$;
alter function app.find_held_case() owner to payung_system;
create trigger find_held_case before insert on app.legal_holds for each row when (new.case_id is null) execute function app.find_held_case();
drop policy put on app.legal_holds;
create policy put on app.legal_holds for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and ended_at is null
    and (select app.has_role('supervisor', 'data-protection-officer')));
drop function app.case_to_hold(text);

create function app.hold_reason(wanted uuid) returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select h.reason from app.legal_holds h where h.case_id = wanted and h.org_id = app.org() and h.ended_at is null
       and (h.until is null or h.until >= app.clock()::date) and app.has_role('supervisor', 'data-protection-officer') limit 1 $$;
create policy reasons on app.legal_holds for select to payung_system using (true);
grant select (case_id, org_id, reason, until, ended_at) on app.legal_holds to payung_system;
alter function app.hold_reason(uuid) owner to payung_system;
revoke all on function app.hold_reason from public;
grant execute on function app.hold_reason to payung_staff;
comment on function app.hold_reason is 'Why the case of a request that is open here may not be erased.';
