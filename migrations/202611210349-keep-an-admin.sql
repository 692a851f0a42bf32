-- A body without its last administrator, or an installation without one, can only be opened again from the machine itself.
-- Two administrators who end each other in the same moment wait for one another here; the second is refused.
create function app.keep_an_admin() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('admins:' || old.role || ':' || case when old.role = 'organisation-admin' then old.org_id::text else '' end, 0));
  if not exists (select 1 from app.staff_roles r
      where r.role = old.role and r.confirmed_at is not null and r.ended_at is null and r.id <> old.id
        and (old.role = 'installation-admin' or r.org_id = old.org_id)) then
    raise exception 'the last administrator stays' using errcode = 'PA006';
  end if;
  return new;
end $$;
grant select (id) on app.staff_roles to payung_system;
alter function app.keep_an_admin() owner to payung_system;
create trigger keep_an_admin before update of ended_at on app.staff_roles for each row
  when (old.role in ('organisation-admin', 'installation-admin') and old.confirmed_at is not null and old.ended_at is null and new.ended_at is not null)
  execute function app.keep_an_admin();
