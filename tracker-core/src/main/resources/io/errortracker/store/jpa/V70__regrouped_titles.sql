-- What headed an issue before its events were grouped anew.
create table regroup_title (
    run_id bigint not null,
    issue_id bigint not null,
    algorithm int not null,
    kind varchar(300) not null,
    headline varchar(500) not null,
    culprit varchar(500),
    primary key (run_id, issue_id)
);
