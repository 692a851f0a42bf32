-- The list of received referrals says what is asked before anything is opened: the kind of the need, copied when it is offered.
alter table app.referrals add column need_kind text;
comment on column app.referrals.need_kind is 'The kind of the need as it was offered; the receiver may not read the need itself before it accepts.';
create policy named_in_referral on app.needs for select to payung_system using (true);
grant select on app.needs to payung_system;
create function app.copy_need_kind() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select n.kind into new.need_kind from app.needs n where n.id = new.need_id;
  return new;
end $$;
alter function app.copy_need_kind() owner to payung_system;
revoke all on function app.copy_need_kind from public;
create trigger copy_need_kind before insert on app.referrals for each row execute function app.copy_need_kind();
