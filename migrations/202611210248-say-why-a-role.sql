-- Why a role is asked for, for the second person; sealed, since it may name people.
alter table app.staff_roles add column reason_key_id uuid references app.data_keys (id);
alter table app.staff_roles add column reason_sealed bytea;
alter table app.staff_roles add check ((reason_key_id is null) = (reason_sealed is null));
