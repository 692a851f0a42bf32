-- A photo that could not be written anew, a PDF or an office file keeps what its maker put in; staff and reporter are told.
alter table app.attachments add column metadata text not null default 'removed' check (metadata in ('removed', 'kept'));
comment on column app.attachments.metadata is 'removed: an image written anew without place and camera; kept: the file is as it came and may name people and places inside.';
grant select (metadata) on app.attachments to payung_public, payung_job;
