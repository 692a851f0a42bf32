-- A case that is taken back leaves no code by which its person could be found again.
create or replace function app.unmake_case(wanted uuid, person uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from app.person_matches m where m.right_id = person or m.left_id = person;
  delete from app.match_keys m where m.subject_id = person;
  delete from app.body_hints h where h.person_id = person;
  delete from app.search_tokens s where s.subject_id = person or s.case_id = wanted;
  delete from app.timeline_entries t where t.case_id = wanted;
  delete from app.case_actors a where a.case_id = wanted;
  delete from app.tasks t where t.case_id = wanted;
  delete from app.case_persons p where p.case_id = wanted;
  delete from app.case_files f where f.case_id = wanted;
  delete from app.cases c where c.id = wanted;
  delete from app.persons p where p.id = person;
  update app.data_keys k set wrapped = null, destroyed_at = app.clock()
    where (k.subject_kind = 'case' and k.subject_id = wanted) or (k.subject_kind = 'person' and k.subject_id = person);
  return true;
exception when foreign_key_violation then return false;
end $$;
create policy take_back on app.match_keys to payung_system using (true) with check (true);
grant select, delete on app.match_keys to payung_system;
