-- Times are microseconds since 1970, hours are hours since 1970, both in UTC.
-- Descending columns are declared so because H2 reads an index in its own direction only.

create table meta (
    name varchar(64) not null primary key,
    content varchar(1000) not null
);

create table sequence_no (
    name varchar(64) not null primary key,
    last_value bigint not null
);

insert into sequence_no (name, last_value) values ('issue', 0), ('event', 0), ('activity', 0);

create table issue (
    id bigint not null primary key,
    fingerprint varchar(64) not null unique,
    algorithm int not null,
    kind varchar(300) not null,
    headline varchar(500) not null,
    culprit varchar(500),
    entry_point varchar(500),
    severity smallint not null,
    platform varchar(64) not null,
    status smallint not null,
    regressed boolean not null,
    first_seen bigint not null,
    last_seen bigint not null,
    first_release varchar(250),
    last_release varchar(250),
    events bigint not null,
    users bigint not null,
    status_changed bigint,
    resolved_release varchar(250),
    first_event bigint not null,
    last_event bigint not null,
    search_text varchar(2000) not null
);

create index issue_status_last_seen on issue (status, last_seen desc, id desc);
create index issue_status_first_seen on issue (status, first_seen desc, id desc);
create index issue_status_events on issue (status, events desc, id desc);
create index issue_status_users on issue (status, users desc, id desc);

create table event (
    id bigint not null primary key,
    event_id varchar(32) not null unique,
    issue_id bigint not null,
    happened bigint not null,
    received bigint not null,
    bytes int not null
);

create index event_of_issue on event (issue_id, happened desc, id desc);

create table event_payload (
    id bigint not null primary key,
    codec smallint not null,
    body ${bytes} not null
);

create table counter_hour (
    issue_id bigint not null,
    hour_no bigint not null,
    events bigint not null,
    primary key (issue_id, hour_no)
);

create table total_hour (
    hour_no bigint not null primary key,
    events bigint not null
);

create table issue_user (
    issue_id bigint not null,
    user_hash bigint not null,
    primary key (issue_id, user_hash)
);

create table issue_environment (
    issue_id bigint not null,
    name varchar(250) not null,
    primary key (issue_id, name)
);

create index issue_environment_name on issue_environment (name, issue_id);

create table issue_release (
    issue_id bigint not null,
    name varchar(250) not null,
    primary key (issue_id, name)
);

create index issue_release_name on issue_release (name, issue_id);

create table known_environment (
    name varchar(250) not null primary key,
    first_seen bigint not null,
    last_seen bigint not null
);

create table known_release (
    name varchar(250) not null primary key,
    first_seen bigint not null,
    last_seen bigint not null
);

create table activity (
    id bigint not null primary key,
    issue_id bigint not null,
    happened bigint not null,
    kind smallint not null,
    actor varchar(200),
    detail varchar(500)
);

create index activity_of_issue on activity (issue_id, happened desc, id desc);
