-- A release writes the bodies of both readers into an entry; the reader's body is kept as it was when he read.
alter table app.law_edits add column reader_org uuid references app.organisations (id);
alter table app.law_edits add constraint law_edits_reader_org_check check (reader_org is null or reader is not null);
comment on column app.law_edits.reader_org is 'Organisation of the second reader.';
grant update (reader_org) on app.law_edits to payung_staff;
