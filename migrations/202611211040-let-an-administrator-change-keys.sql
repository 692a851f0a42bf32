-- The administrator of the installation changes its own exchange keys; until now only a job could, and the page failed.
create policy change on app.exchange_keys for insert to payung_staff
  with check ((select app.has_role('installation-admin')) and retired_at is null);
create policy retire on app.exchange_keys for update to payung_staff
  using ((select app.has_role('installation-admin')) and retired_at is null)
  with check (retired_at is not null);
grant insert on app.exchange_keys to payung_staff;
grant update (retired_at, opens_until) on app.exchange_keys to payung_staff;
