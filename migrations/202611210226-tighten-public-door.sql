-- What a visitor may put in hangs on the code in his hand, and the holder of the second code reads no story.

-- The request is claimed before the report stands, so that two posts at once make one report: its key is checked at commit.
alter table app.report_requests alter constraint report_requests_report_id_fkey deferrable initially deferred;

-- Rows that belong to a report go in only under the code of that report.
drop policy put_in on app.report_codes;
create policy put_in on app.report_codes for insert to payung_public
  with check (ended_at is null and (holder = 'first' or (report_id = (select app.held_report()) and (select app.holder()) = 'first')));
drop policy put_in on app.report_desks;
create policy put_in on app.report_desks for insert to payung_public
  with check (by_staff is null and report_id = (select app.held_report()));
drop policy put_in on app.consents;
create policy put_in on app.consents for insert to payung_public
  with check (by_staff is null and case_id is null and report_id = (select app.held_report()) and (select app.holder()) = 'first');
drop policy put_in on app.search_tokens;
create policy put_in on app.search_tokens for insert to payung_public
  with check (subject_kind = 'report' and subject_id = (select app.held_report()));

-- One second code at a time. Through row security a visitor sees only the row of his own code, hence a definer.
drop policy end_own on app.report_codes;
revoke update on app.report_codes from payung_public;
create function app.end_second_code(keep bytea, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ update app.report_codes set ended_at = at
     where holder = 'second' and ended_at is null and code_hash <> keep
       and report_id = (select c.report_id from app.report_codes c
                        where c.code_hash = app.held_code() and c.holder = 'first' and c.ended_at is null) $$;
alter function app.end_second_code(bytea, timestamptz) owner to payung_system;
revoke all on function app.end_second_code from public;
grant execute on function app.end_second_code to payung_public;
create policy one_second on app.report_codes to payung_system using (true) with check (true);
grant select, update on app.report_codes to payung_system;

-- The second holder: own words only, and no key to the story.
drop policy possession on app.messages;
create policy possession on app.messages for select to payung_public
  using (report_id = (select app.held_report()) and kind <> 'contact-change'
         and ((select app.holder()) = 'first' or sender = 'second'));
drop policy write on app.messages;
create policy write on app.messages for insert to payung_public
  with check (report_id = (select app.held_report()) and staff_id is null and read_at is null
              and sender = case (select app.holder()) when 'first' then 'reporter' else 'second' end
              and ((select app.holder()) = 'first' or kind in ('message', 'contact-request')));
drop policy possession on app.attachments;
create policy possession on app.attachments for select to payung_public
  using (report_id = (select app.held_report()) and ((select app.holder()) = 'first' or sender = 'second'));
drop policy held_key on app.data_keys;
create policy held_key on app.data_keys for select to payung_public
  using (destroyed_at is null
         and (((select app.holder()) = 'first' and id in (select key_id from app.reports)) or id in (select key_id from app.messages)));

-- Bodies, dates and results of a case are for the person concerned; whoever else reported learns only "being handled".
create or replace function app.held_case() returns uuid language sql stable as
  $$ select case_id from app.reports where id = app.held_report() and joined_as = 'concerned' $$;

-- A member of staff who writes a report down for a caller may hand it to another desk with its code and its answers.
create function app.wrote_down(report uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.reports r where r.id = report and r.written_by_staff = app.staff() and r.taken_at is null and r.opened_at is null) $$;
alter function app.wrote_down(uuid) owner to payung_system;
revoke all on function app.wrote_down from public;
grant execute on function app.wrote_down to payung_staff;
drop policy make_codes on app.report_codes;
create policy make_codes on app.report_codes for insert to payung_staff
  with check (holder = 'first' and ended_at is null and app.wrote_down(report_id));
create policy write_down on app.consents for insert to payung_staff
  with check (by_staff = (select app.staff()) and case_id is null and app.wrote_down(report_id));
