alter table uploads.upload add column kept_until date;
comment on column uploads.upload.kept_until is 'The last day on which something that may still be finished names it (giữ đến hết ngày), however long it lies unused.';
