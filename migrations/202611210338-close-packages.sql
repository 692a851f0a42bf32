-- A referral that is closed to its receiver (refused, called back, failed, consent withdrawn, time over) is closed in the
-- database too: not only the page, the key goes. A policy and not the destroying of the key, because the sender still answers
-- for what it sent: its supervisor reviews an exception, the person asks who got what (UU 27/2022 art 32), a legal hold asks.
-- What both sides wrote to each other lies under the same key: words of a refusal name people too, so they close with it.
create policy package_open on app.data_keys as restrictive for select to payung_staff
  using (subject_kind <> 'referral' or exists (
    select 1 from app.referrals r where r.id = data_keys.subject_id
      and (r.from_org = (select app.org())
        or (r.to_org = (select app.org()) and r.stopped_at is null and r.state not in ('rejected', 'cancelled', 'failed')
          and (r.expires_at is null or r.expires_at > (select app.clock()))))));

-- The refusal in words needs the question before the trigger; a trigger's error ends the transaction of the job that asks.
create function app.is_restricted(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select exists (select 1 from app.rights_requests q
       where q.case_id = wanted and q.kind = 'restriction' and q.state = 'answered' and q.ended_at is null) $$;
alter function app.is_restricted(uuid) owner to payung_system;
revoke all on function app.is_restricted from public;
grant execute on function app.is_restricted to payung_staff, payung_job;
comment on function app.is_restricted is 'Did the person restrict this case? Asked by whoever wants to send; it says nothing else of the request.';
