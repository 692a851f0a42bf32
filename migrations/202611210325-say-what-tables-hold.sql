-- The register of processing is made from the comments of the tables: these four had none.
comment on table app.case_numbers is 'Last case number of a body in a year.';
comment on table app.evidence is 'What may prove something in a case: its hash, its number, and under the case''s key what it is and where it came from.';
comment on table app.passkeys is 'Public keys of the passkeys of staff, with their counters; nothing secret.';
comment on table app.staff is 'Accounts of officers: name, e-mail, state. Password hash and sealed second factor are read by the gate alone.';
