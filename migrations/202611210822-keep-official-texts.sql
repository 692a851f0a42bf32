-- Official texts of the law, attached to an instrument. They are public by nature and name nobody in need, so their bytes are kept
-- in the open in the row, not sealed as the files of strangers are: the database proves the hash, a back-up carries them along,
-- and row security shows a visitor only what two people have read. Attachments of reports stay as they are.

create table app.law_texts (
  id uuid primary key,
  created_at timestamptz not null,
  instrument text not null check (instrument ~ '^[a-z0-9-]{1,100}$'),
  language text not null check (language in ('id', 'en', 'ms', 'ar', 'zh', 'ja', 'ko')),
  kind text not null check (kind in ('gazette', 'signed', 'consolidated', 'translation', 'scan', 'example')),
  source text not null check (length(source) between 3 and 300),
  url text check (length(url) <= 500 and url ~ '^https?://'),
  retrieved_on date not null,
  media_type text not null check (media_type in ('application/pdf', 'text/plain', 'image/jpeg', 'image/png', 'image/webp',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document')),
  size_bytes integer not null check (size_bytes between 1 and 8388608),
  sha256 bytea not null,
  original_sha256 bytea not null,
  bytes bytea not null,
  uploader uuid not null references app.staff (id),
  uploader_org uuid not null references app.organisations (id),
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'withdrawn')),
  reader uuid references app.staff (id),
  reader_org uuid references app.organisations (id),
  read_at timestamptz,
  withdrawn_by uuid references app.staff (id),
  withdrawn_at timestamptz,
  reason text check (length(reason) between 3 and 1000),
  version integer not null default 1,
  check (octet_length(bytes) = size_bytes and sha256 = sha256(bytes)),
  check (reader is distinct from uploader or reader is null),
  check ((reader is null) = (reader_org is null) and (reader is null) = (read_at is null)),
  check (state <> 'proposed' or reader is null),
  check (state <> 'confirmed' or reader is not null),
  check ((state = 'withdrawn') = (withdrawn_by is not null)),
  check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (reason is null))
);
comment on table app.law_texts is 'Official texts of instruments with where they come from. Public after a second person has read them.';
comment on column app.law_texts.uploader is 'Also the first reader: he holds the file against its source before he sends it.';
comment on column app.law_texts.sha256 is 'Of the bytes that are kept and given out.';
comment on column app.law_texts.original_sha256 is 'Of the file as it arrived; another one where a picture was written anew.';
comment on column app.law_texts.kind is 'example: a text of the demonstration that is no law.';
comment on column app.law_texts.reason is 'Why it was taken back.';
create unique index law_texts_same_idx on app.law_texts (instrument, original_sha256) where state <> 'withdrawn'; -- one file stands once under an instrument
create index law_texts_list_idx on app.law_texts (created_at desc, id desc); -- the list of texts

call app.guard('app.law_texts');
call app.journaled('app.law_texts');
create policy readers on app.law_texts for select to payung_staff using (true);
grant select on app.law_texts to payung_staff;
create policy bring on app.law_texts for insert to payung_staff
  with check (uploader = (select app.staff()) and uploader_org = (select app.org()) and state = 'proposed' and (select app.has_role('law-drafter')));
grant insert on app.law_texts to payung_staff;
create policy decide on app.law_texts for update to payung_staff
  using (state in ('proposed', 'confirmed') and (select app.has_role('law-drafter')))
  with check (case state
    when 'confirmed' then reader = (select app.staff()) and reader_org = (select app.org()) and uploader <> (select app.staff())
    when 'withdrawn' then withdrawn_by = (select app.staff())
    else false end);
grant update (state, reader, reader_org, read_at, withdrawn_by, withdrawn_at, reason, version) on app.law_texts to payung_staff;
create policy visitors on app.law_texts for select to payung_public using (state = 'confirmed');
grant select (id, instrument, language, kind, source, url, retrieved_on, media_type, size_bytes, sha256, bytes, uploader_org, reader_org,
  read_at, state) on app.law_texts to payung_public;

create function app.guard_law_texts() returns trigger language plpgsql as $$
begin
  if new.state = 'confirmed' and old.state <> 'proposed' then
    raise exception 'this text waits for nobody' using errcode = 'restrict_violation';
  end if;
  if new.state = 'withdrawn' and (new.reader, new.reader_org, new.read_at) is distinct from (old.reader, old.reader_org, old.read_at) then
    raise exception 'the second reader stays who he was' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_law_texts before update on app.law_texts for each row execute function app.guard_law_texts();
