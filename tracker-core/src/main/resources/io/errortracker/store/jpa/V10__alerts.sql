create table alert_rule (
    rule_key varchar(64) not null primary key,
    definition varchar(2000) not null,
    paused boolean not null,
    muted_until bigint,
    author varchar(200) not null,
    changed bigint not null
);

-- What rules count, one row for each rule and issue; the body is the alerts' own affair.
create table alert_counter (
    issue_id bigint not null,
    rule_key varchar(64) not null,
    touched bigint not null,
    body ${bytes} not null,
    primary key (issue_id, rule_key)
);

-- What one node does for all: 'sender' is an office for a time, 'gate' is locked by whoever tells an alert.
create table alert_office (
    name varchar(16) not null primary key,
    node varchar(64) not null,
    until bigint not null
);

insert into alert_office (name, node, until) values ('sender', '', 0), ('gate', '', 0);
insert into sequence_no (name, last_value) values ('alert', 0), ('delivery', 0);

-- told: when it was sent by itself, which counts against the limit; digest: the row that names it, 0 while it is held back.
create table alert (
    id bigint not null primary key,
    alert_id varchar(32) not null unique,
    reason_kind smallint not null,
    rule_key varchar(64) not null,
    rule_name varchar(200) not null,
    reason varchar(500) not null,
    fired bigint not null,
    issue_id bigint not null,
    short_id varchar(64) not null,
    kind varchar(300) not null,
    headline varchar(500) not null,
    culprit varchar(500),
    entry_point varchar(500),
    severity smallint not null,
    environment varchar(250),
    release_name varchar(250),
    event_id varchar(32),
    events bigint not null,
    users bigint not null,
    hours varchar(1000) not null,
    frames varchar(4000) not null,
    actions varchar(4000) not null,
    told bigint,
    digest bigint
);

create index alert_told on alert (told);
create index alert_digest on alert (digest, fired);
create index alert_fired on alert (fired);

create table alert_delivery (
    id bigint not null primary key,
    alert bigint not null,
    way smallint not null,
    target varchar(2000),
    state smallint not null,
    attempts int not null,
    round_no int not null,
    due bigint not null,
    problem varchar(500),
    done bigint
);

create index alert_delivery_due on alert_delivery (state, due);
create index alert_delivery_alert on alert_delivery (alert);
