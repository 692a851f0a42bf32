-- The wage sheet is kept so that a second officer's recomputation stands beside the first, and restitution is kept because
-- it takes years from the calculated sum to the paid one.
alter table app.claim_sheets drop constraint claim_sheets_question_check;
alter table app.claim_sheets add constraint claim_sheets_question_check
  check (question in ('social-security', 'placement-cost', 'wages', 'restitution'));
