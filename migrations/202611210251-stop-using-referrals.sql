-- After consent is withdrawn the receiver must stop using what it was sent, and say that it did; the sender may remind.
alter table app.referrals
  add column nudged_at timestamptz,
  add column stopped_at timestamptz,
  add column stop_acknowledged_at timestamptz,
  add column stop_acknowledged_by uuid references app.staff (id),
  add constraint referrals_stop_check check (stop_acknowledged_at is null or stopped_at is not null);
comment on column app.referrals.nudged_at is 'When the sender last reminded the receiver by hand.';
comment on column app.referrals.stopped_at is 'Consent was withdrawn: the content is no longer shown to the receiver.';
