-- An act that names a referral which its writer cannot see, or which has ended, is refused like any other row that is not his.
create or replace function app.guard_desk_act() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.referral_id is not null and new.referral_id is distinct from old.referral_id)
       or (old.unclear_because is not null and new.unclear_because is distinct from old.unclear_because) then
      raise exception 'what was written stays' using errcode = 'restrict_violation';
    end if;
    if new.referral_id is not distinct from old.referral_id then return new; end if;
  end if;
  if new.referral_id is not null and current_user not in ('payung_keep', 'payung_owner') and not exists (
       select 1 from app.desk_referrals r where r.id = new.referral_id and r.state in ('requested', 'accepted')) then
    raise exception 'this referral has ended' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
