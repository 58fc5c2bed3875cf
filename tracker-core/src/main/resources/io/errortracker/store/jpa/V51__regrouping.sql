-- What people wrote as rules, each change a revision; the newest applies.
create table grouping_rules (
    revision bigint not null primary key,
    body varchar(16000) not null,
    author varchar(200) not null,
    changed bigint not null
);

-- Stored events that were grouped anew, and what is needed to put them back.
create table regroup_run (
    id bigint not null primary key,
    happened bigint not null,
    actor varchar(200) not null,
    note varchar(300) not null,
    events bigint not null,
    undone boolean not null
);

create table regroup_move (
    run_id bigint not null,
    event_id bigint not null,
    from_issue bigint not null,
    from_fingerprint varchar(64) not null,
    to_issue bigint not null,
    to_fingerprint varchar(64) not null,
    primary key (run_id, event_id)
);

-- Merges that were made, and fingerprints and issues that were not there before.
create table regroup_part (
    run_id bigint not null,
    kind smallint not null,
    name varchar(64) not null,
    primary key (run_id, kind, name)
);

insert into sequence_no (name, last_value) values ('regroup_run', 0), ('grouping_rules', 0);
