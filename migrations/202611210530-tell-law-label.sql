-- The public site prints which edition of the data it shows; it reads nothing else of the releases.
create policy label on app.law_current for select to payung_system using (true);
create policy label on app.law_releases for select to payung_system using (true);
grant select (id, release_id) on app.law_current to payung_system;
grant select (id, label) on app.law_releases to payung_system;
create function app.law_label() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select r.label from app.law_current c join app.law_releases r on r.id = c.release_id $$;
alter function app.law_label() owner to payung_system;
revoke all on function app.law_label from public;
grant execute on function app.law_label to payung_public, payung_staff;
comment on function app.law_label is 'The name of the release in force.';
