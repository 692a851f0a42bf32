-- Programs of an organisation (api_clients) act without a person: app.staff() is empty for them. A protected case opens to named
-- persons only, so no program ever sees it; its referrals are found through their side, not through a file, hence this lock.
create function app.is_protected(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select coalesce((select c.protected from app.cases c where c.id = wanted), true) $$;
comment on function app.is_protected is 'True also for a case that does not exist: a program is told nothing.';
alter function app.is_protected(uuid) owner to payung_system;
revoke all on function app.is_protected from public;
grant execute on function app.is_protected to payung_staff;
create policy no_program_in_protected on app.referrals as restrictive to payung_staff
  using ((select app.staff()) is not null or not app.is_protected(case_id));
create policy no_program_in_protected on app.journal as restrictive for select to payung_staff
  using ((select app.staff()) is not null or case_id is null or not app.is_protected(case_id));

-- What changed, for programs that read cases: own organisation, cases that stand open to it. The place in the sealed chain is the
-- cursor: unlike times it never runs ahead of a transaction that commits late.
create policy programs on app.journal for select to payung_staff
  using (org_id = (select app.org()) and (select app.staff()) is null and (select app.has_role('task-force-member'))
         and (case_id is null or app.can_open(case_id)));
create policy readers on app.chain_links for select to payung_staff
  using (chain = 'journal' and entry_id in (select id from app.journal));
grant select (chain, seq, entry_id) on app.chain_links to payung_staff;
