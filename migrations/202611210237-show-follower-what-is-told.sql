-- The follow page names a body that was told without consent only when an officer has said that it is safe.
drop policy follow on app.referrals;
create policy follow on app.referrals for select to payung_public
  using (case_id = (select app.held_case()) and (consent_basis <> 'exception' or person_told_at is not null));
grant select (consent_basis, exception_ground, person_told_at) on app.referrals to payung_public;

-- Asking twice on one page gives one second code; asking on another page ends the one before. Says whether `keep` opens.
drop function app.end_second_code(bytea, timestamptz);
create function app.keep_second_code(keep bytea, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine uuid;
begin
  select c.report_id into mine from app.report_codes c
    where c.code_hash = app.held_code() and c.holder = 'first' and c.ended_at is null;
  update app.report_codes set ended_at = at
    where report_id = mine and holder = 'second' and ended_at is null and code_hash <> keep;
  update app.report_codes set ended_at = null where report_id = mine and holder = 'second' and code_hash = keep;
  return found;
end $$;
alter function app.keep_second_code(bytea, timestamptz) owner to payung_system;
revoke all on function app.keep_second_code from public;
grant execute on function app.keep_second_code to payung_public;
