-- Contacts that are not cases are counted by what they were: the list of src/domain/cases/codes.ts (CONTACT_OUTCOMES).
alter table app.reports drop constraint reports_closed_as_check;
alter table app.reports add constraint reports_closed_as_check
  check (closed_as in ('information', 'silent', 'abusive', 'duplicate', 'withdrawn', 'junk', 'test', 'wrong-number'));
