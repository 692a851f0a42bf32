-- The immigration desk: interviews before a journey, the reasons that an officer wrote as his own act, referrals, follow-up, and hits
-- that were reported from outside. A desk sees its own records only; the body to which a referral was offered sees that referral.
-- Nothing here decides whether somebody may leave.

create table app.desk_encounters (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  signs text not null check (signs in ('none-seen', 'unclear', 'seen')),
  child text not null check (child in ('child', 'perhaps', 'adult', 'unknown')),
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_as text check (closed_as in ('nothing-further', 'reason-written', 'referred', 'left-the-desk')),
  closed_at timestamptz,
  document_hash bytea check (length(document_hash) = 32),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  unique (id, org_id),
  unique (id, org_id, signs),
  check ((state = 'closed') = (closed_as is not null)),
  check ((closed_as is null) = (closed_at is null))
);
comment on table app.desk_encounters is 'One traveller before the desk. Who it is stands sealed; never origin, sex, religion or ethnicity.';
comment on column app.desk_encounters.signs is 'Signs that somebody is being harmed, over all interviews: seen never goes back.';
comment on column app.desk_encounters.document_hash is 'Keyed hash of the number of the travel document, to find hits that were reported on it.';
create index desk_encounters_list_idx on app.desk_encounters (org_id, id desc); -- listEncounters
create index desk_encounters_document_idx on app.desk_encounters (org_id, document_hash) where document_hash is not null; -- hits on this document

create table app.desk_interviews (
  id uuid primary key,
  created_at timestamptz not null,
  encounter_id uuid not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  number integer not null check (number between 1 and 20),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  interpreter text not null check (interpreter in ('not-needed', 'present', 'by-telephone', 'none')),
  alone text not null check (alone in ('alone', 'not-alone', 'not-known')),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  unique (encounter_id, number),
  foreign key (encounter_id, org_id) references app.desk_encounters (id, org_id)
);
comment on table app.desk_interviews is 'Interviews in order, only ever added: what was asked, what was said, what was seen, the person''s wish.';

create table app.desk_referrals (
  id uuid primary key,
  created_at timestamptz not null,
  encounter_id uuid not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  to_org uuid not null references app.organisations (id),
  state text not null default 'requested' check (state in ('requested', 'accepted', 'rejected', 'cancelled')),
  basis text not null check (basis in ('consent', 'no-identity', 'exception')),
  exception_ground text check (exception_ground in ('cannot-be-asked-and-in-danger', 'child', 'law-obliges')),
  answer_by timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references app.staff (id),
  reject_reason text check (reject_reason in
    ('mandate', 'capacity', 'conflict-of-interest', 'wrong-country', 'cannot-reach-safely', 'already-handled', 'other')),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  unique (id, encounter_id),
  foreign key (encounter_id, org_id) references app.desk_encounters (id, org_id),
  check (to_org <> org_id),
  check ((basis = 'exception') = (exception_ground is not null)),
  check ((state in ('accepted', 'rejected')) = (answered_at is not null)),
  check ((answered_at is null) = (answered_by is null)),
  check ((state = 'rejected') = (reject_reason is not null))
);
comment on table app.desk_referrals is 'Signs offered to a body that can help. Without consent and without a ground of the law they go without identity.';
create index desk_referrals_received_idx on app.desk_referrals (to_org, state, id desc); -- what a body received
create index desk_referrals_encounter_idx on app.desk_referrals (encounter_id, id); -- the referrals of an encounter
create index desk_referrals_late_idx on app.desk_referrals (org_id, answer_by) where state = 'requested'; -- without an answer
create unique index desk_referrals_one_idx on app.desk_referrals (encounter_id) where state in ('requested', 'accepted'); -- a need has one owner

create table app.desk_acts (
  id uuid primary key,
  created_at timestamptz not null,
  encounter_id uuid not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  signs text not null,
  ground text not null check (ground in ('travel-document-not-valid', 'investigator-asked', 'prevention-list')),
  referral_id uuid,
  unclear_because text check (unclear_because in ('asked-no-answer', 'no-interpreter', 'no-private-room', 'left-before-asked')),
  slip_hash bytea not null unique check (length(slip_hash) = 32),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  foreign key (encounter_id, org_id, signs) references app.desk_encounters (id, org_id, signs) on update cascade,
  foreign key (referral_id, encounter_id) references app.desk_referrals (id, encounter_id),
  constraint desk_acts_referral_first check (signs <> 'seen' or referral_id is not null),
  constraint desk_acts_unclear_said check (signs <> 'unclear' or unclear_because is not null)
);
comment on table app.desk_acts is 'A reason that an officer wrote, as his own act, on a ground of the closed list of the law. With a sign of harm there is none without a referral.';
comment on column app.desk_acts.signs is 'Follows the encounter by the foreign key: a sign found later needs a referral too.';
comment on column app.desk_acts.slip_hash is 'Keyed hash of the code on the traveller''s slip.';
create index desk_acts_encounter_idx on app.desk_acts (encounter_id, id); -- the acts of an encounter

create table app.desk_follow_ups (
  id uuid primary key,
  created_at timestamptz not null,
  encounter_id uuid not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid not null references app.staff (id),
  kind text not null check (kind in ('home-contact', 'second-interview', 'objection', 'review-exception', 'tell-person')),
  due_on date not null,
  outcome text check (outcome in ('done', 'not-reached', 'well', 'needs-help', 'upheld', 'not-upheld', 'answered-elsewhere')),
  done_at timestamptz,
  done_by uuid references app.staff (id),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null,
  version integer not null default 1,
  foreign key (encounter_id, org_id) references app.desk_encounters (id, org_id),
  check ((outcome is null) = (done_at is null)),
  check ((done_at is null) = (done_by is null)),
  constraint desk_follow_ups_second_person check (kind not in ('objection', 'review-exception') or done_by is distinct from by_staff)
);
comment on table app.desk_follow_ups is 'What must happen after: contact at home, second interview, the traveller''s objection, review of what went without consent.';
create index desk_follow_ups_due_idx on app.desk_follow_ups (org_id, due_on, id) where done_at is null; -- the list of what is due
create index desk_follow_ups_encounter_idx on app.desk_follow_ups (encounter_id, id); -- of one encounter

create table app.reported_hits (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  by_staff uuid references app.staff (id),
  kind text not null check (kind in ('duplicate-passport', 'biometric-mismatch', 'prevention-list')),
  source text not null check (source in ('immigration-system', 'foreign-authority', 'airline', 'police', 'other-body')),
  reported_at timestamptz not null,
  verification text not null default 'not-checked' check (verification in ('not-checked', 'confirmed', 'refuted', 'cannot-be-checked')),
  checked_at timestamptz,
  checked_by uuid references app.staff (id),
  expires_at timestamptz not null,
  document_hash bytea not null check (length(document_hash) = 32),
  key_id uuid not null references app.data_keys (id),
  sealed bytea not null check (length(sealed) <= 1200),
  version integer not null default 1,
  check ((verification = 'not-checked') = (checked_at is null)),
  check ((checked_at is null) = (checked_by is null)),
  check (expires_at > created_at and expires_at <= created_at + interval '180 days')
);
comment on table app.reported_hits is 'Hits that another system reported: who, when, reference, verification, expiry. Never a template or a picture.';
comment on column app.reported_hits.sealed is 'The reference number, under the key of the hit. Too short for a template.';
create index reported_hits_document_idx on app.reported_hits (org_id, document_hash); -- hits on one document
create index reported_hits_list_idx on app.reported_hits (org_id, id desc); -- the list

do $$ declare t text; begin
  foreach t in array array['desk_encounters', 'desk_interviews', 'desk_referrals', 'desk_acts', 'desk_follow_ups', 'reported_hits'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('grant select, insert on app.%I to payung_staff', t);
  end loop;
  foreach t in array array['desk_encounters', 'desk_interviews', 'desk_acts', 'desk_follow_ups'] loop
    execute format($p$create policy own_desk on app.%I for select to payung_staff
      using (org_id = (select app.org()) and (select app.has_role('immigration-officer', 'supervisor')))$p$, t);
    execute format($p$create policy write_down on app.%I for insert to payung_staff
      with check (org_id = (select app.org()) and by_staff = (select app.staff()) and (select app.has_role('immigration-officer')))$p$, t);
  end loop;
end $$;

create policy work_on on app.desk_encounters for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('immigration-officer')))
  with check (org_id = (select app.org()));
grant update (signs, child, state, closed_as, closed_at, document_hash, sealed, version) on app.desk_encounters to payung_staff;

-- A referral is named in an act only once; what was written is never changed.
create policy name_referral on app.desk_acts for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('immigration-officer')))
  with check (org_id = (select app.org()));
grant update (referral_id, unclear_because) on app.desk_acts to payung_staff;

create policy answer_it on app.desk_follow_ups for update to payung_staff
  using (org_id = (select app.org()) and done_at is null and (select app.has_role('immigration-officer', 'supervisor')))
  with check (org_id = (select app.org()) and done_by = (select app.staff()));
grant update (outcome, done_at, done_by, sealed, version) on app.desk_follow_ups to payung_staff;

create policy sides on app.desk_referrals for select to payung_staff
  using ((org_id = (select app.org()) and (select app.has_role('immigration-officer', 'supervisor')))
    or (to_org = (select app.org()) and state <> 'cancelled'
        and (select app.has_role('intake-officer', 'caseworker', 'supervisor'))));
create policy offer on app.desk_referrals for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff = (select app.staff()) and state = 'requested'
    and (select app.has_role('immigration-officer')));
create policy answer_it on app.desk_referrals for update to payung_staff
  using (state = 'requested' and ((to_org = (select app.org()) and (select app.has_role('intake-officer', 'caseworker', 'supervisor')))
    or (org_id = (select app.org()) and (select app.has_role('immigration-officer')))))
  with check ((to_org = (select app.org()) and answered_by = (select app.staff())) or (org_id = (select app.org()) and state = 'cancelled'));
grant update (state, answered_at, answered_by, reject_reason, version) on app.desk_referrals to payung_staff;

-- A hit that has run out is gone from every view, whoever asks.
create policy own_desk on app.reported_hits for select to payung_staff
  using (org_id = (select app.org()) and expires_at > app.clock() and (select app.has_role('immigration-officer', 'supervisor')));
create policy report_it on app.reported_hits for insert to payung_staff
  with check (org_id = (select app.org()) and by_staff is not distinct from (select app.staff()) and verification = 'not-checked'
    and (select app.has_role('immigration-officer')));
create policy check_it on app.reported_hits for update to payung_staff
  using (org_id = (select app.org()) and expires_at > app.clock() and (select app.has_role('immigration-officer')))
  with check (org_id = (select app.org()) and checked_by = (select app.staff()));
grant update (verification, checked_at, checked_by, version) on app.reported_hits to payung_staff;

create function app.guard_desk_signs() returns trigger language plpgsql as $$
begin
  if old.signs = 'seen' and new.signs <> 'seen' then
    raise exception 'a sign that was seen stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_signs before update on app.desk_encounters for each row execute function app.guard_desk_signs();

-- An act stands on a referral that is alive, and says its referral and its reason once.
create function app.guard_desk_act() returns trigger language plpgsql as $$
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
    raise exception 'this referral has ended' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_act before insert or update on app.desk_acts for each row execute function app.guard_desk_act();

-- The pairs follow INCOMPATIBLE_ROLES of the domain.
create or replace function app.incompatible_roles(a text, b text) returns boolean language sql immutable as $$
  select (a = any (keepers) and b = any (reading)) or (b = any (keepers) and a = any (reading))
  from (select array['auditor', 'organisation-admin', 'installation-admin'] as keepers,
               array['intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal',
                     'task-force-member', 'village-officer', 'data-protection-officer', 'immigration-officer'] as reading) lists $$;

-- What an act stands on is not taken back.
create function app.guard_desk_referral() returns trigger language plpgsql as $$
begin
  if new.state = 'cancelled' and exists (select 1 from app.desk_acts a where a.referral_id = new.id) then
    raise exception 'an act stands on this referral' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_referral before update on app.desk_referrals for each row execute function app.guard_desk_referral();

-- A program that reads the desk or reports a hit counts after a second person confirmed it, as for other words about persons.
do $$ declare old text; begin
  select conname into old from pg_constraint where conrelid = 'app.api_clients'::regclass and pg_get_constraintdef(oid) like '%cases:read%';
  execute format('alter table app.api_clients drop constraint %I', old);
end $$;
alter table app.api_clients add constraint api_clients_second_person check (confirmed_at is null or confirmed_by is not null
  or not (scopes && array['cases:read', 'cases:write', 'referrals:read', 'referrals:decide', 'reports:read', 'immigration:read', 'immigration:report']));
