-- A back-up says which migrations its rows come from.
grant usage on schema public to payung_keep;
grant select on public.payung_migrations to payung_keep;
