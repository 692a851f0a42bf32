-- Case lists at 100,000 files. A case is listed by its own state; a body's closing of its file hides nothing.
-- Under row security an operator that is not leakproof (arrays, text order) cannot use an index, hence two definer functions
-- that return only ids and codes of the own organisation; the list itself still passes the policies.
drop index app.case_files_list_idx;
drop index app.case_files_country_idx;
drop index app.case_files_mine_idx;
create index case_files_list_idx on app.case_files (org_id, urgency_rank, next_due_at) where case_state = 'open'; -- the case list, most urgent first
create index case_files_due_idx on app.case_files (org_id, next_due_at) where case_state = 'open'; -- the case list by next date
create index case_files_country_idx on app.case_files (org_id, country, urgency_rank, next_due_at) where case_state = 'open'; -- of one country
create index case_files_mine_idx on app.case_files (org_id, assignee, urgency_rank, next_due_at) where case_state = 'open'; -- my cases
create index case_files_referred_idx on app.case_files (org_id, urgency_rank, next_due_at) where case_state = 'open' and not is_lead; -- referred to us
create index case_files_closed_idx on app.case_files (org_id, urgency_rank, next_due_at) where case_state = 'closed'; -- closed cases

create function app.files_of_type(wanted text, most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select f.case_id from app.case_files f where f.case_types @> array[wanted] and f.org_id = app.org() limit most $$;
alter function app.files_of_type(text, integer) owner to payung_system;
revoke all on function app.files_of_type from public;
grant execute on function app.files_of_type to payung_staff;

create function app.file_countries() returns setof text
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ with recursive next as (
       (select f.country from app.case_files f where f.org_id = app.org() and f.case_state = 'open' order by f.country limit 1)
       union all
       select (select f.country from app.case_files f where f.org_id = app.org() and f.case_state = 'open' and f.country > next.country order by f.country limit 1)
       from next where next.country is not null)
     select country from next where country is not null and app.reads_cases() $$;
alter function app.file_countries() owner to payung_system;
revoke all on function app.file_countries from public;
grant execute on function app.file_countries to payung_staff;
