-- What other programs send: which events those are, which trace events are part of, spans; and what people set on the pages.

create table kept_setting (
    name varchar(64) not null primary key,
    content varchar(4000) not null
);

-- one row for each stored event that another program sent
create table ingested_event (
    id bigint not null primary key,
    bytes int not null
);

-- one row for each stored event that is part of a trace
create table event_trace (
    id bigint not null primary key,
    trace_id varchar(32) not null
);

create index event_trace_of on event_trace (trace_id, id);

create table span (
    id bigint not null primary key,
    trace_id varchar(32) not null,
    span_id varchar(16) not null,
    parent_id varchar(16),
    segment boolean not null,
    op varchar(100),
    name varchar(500) not null,
    outcome varchar(50),
    http_status int not null,
    started bigint not null,
    micros bigint not null,
    platform varchar(64) not null,
    app_release varchar(250),
    environment varchar(250)
);

create index span_of_trace on span (trace_id, started, id);

insert into sequence_no (name, last_value) values ('span', 0);
