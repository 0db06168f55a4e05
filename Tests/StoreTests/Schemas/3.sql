-- A database of schema 3, as the program of that time wrote it: the small workspace of the transcripts, imported and scored, one batch undone and imported again, one run sent out.
PRAGMA application_id = 1363690562;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1');
INSERT INTO grdb_migrations VALUES('2');
INSERT INTO grdb_migrations VALUES('3');
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('membership_hash','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO meta VALUES('register_hash','96c35dad8391f4a8ea63ba3261a67749edc69a66fdb075d67eca722acbc207dc');
CREATE TABLE table_version (
  id INTEGER PRIMARY KEY,
  system TEXT NOT NULL,
  table_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  columns TEXT NOT NULL,
  UNIQUE (system, table_id, version)
) STRICT;
INSERT INTO table_version VALUES(1,'pingjia','患者问卷',1,'t_pingjia_患者问卷','[["序号","INTEGER"],["日期","INTEGER"],["科室","TEXT"],["满意度","REAL"],["满意度__na","INTEGER"]]');
INSERT INTO table_version VALUES(2,'pingjia','走访评分',1,'t_pingjia_走访评分','[["科室","TEXT"],["评委","TEXT"],["得分","REAL"]]');
INSERT INTO table_version VALUES(3,'pingjia','通报',1,'t_pingjia_通报','[["文号","TEXT"],["日期","INTEGER"],["科室","TEXT"],["认定","INTEGER"]]');
INSERT INTO table_version VALUES(4,'pingjia','问题台账',1,'t_pingjia_问题台账','[["编号","TEXT"],["查出日期","INTEGER"],["科室","TEXT"],["时限","INTEGER"],["销号日期","INTEGER"],["重复","TEXT"]]');
CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  system TEXT NOT NULL,
  table_id TEXT NOT NULL,
  table_version INTEGER REFERENCES table_version (id),
  spec_version TEXT NOT NULL,
  spec_hash TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  period TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  reject_count INTEGER NOT NULL,
  first_row_id INTEGER,
  last_row_id INTEGER,
  p_from INTEGER,
  p_to INTEGER,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
, matched TEXT) STRICT;
INSERT INTO batch VALUES(1,'pingjia','患者问卷',1,'1','fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116','收件箱/2025H1/患者问卷.csv','','7ce81e0975457d8128f24c1a3f26675e212a5c50394e27e67eb23690327818b4','',18,2,1,18,20250101,20250630,'2026-01-05T19:53:12Z','office',NULL,NULL,'a356cf7760bfa110fa5d4661fb6457dd');
INSERT INTO batch VALUES(2,'pingjia','走访评分',2,'1','ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5','收件箱/2025H1/走访评分.csv','','bbf406377231f174cf174942079df84913f8a750298df2c1e2bf0eec74621403','2025H1',10,0,1,10,20250101,20250630,'2026-01-05T19:53:12Z','office',NULL,NULL,'ebd769edde58952436fb81126049b5a7');
INSERT INTO batch VALUES(3,'pingjia','通报',3,'1','f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b','收件箱/2025H1/通报.csv','','83ab3b9c9c9db6a557de1be33faadbff82458b414ab969dd263fca9946282372','',2,0,1,2,20250101,20250630,'2026-01-05T19:53:12Z','office',NULL,NULL,'44aeba743293a41262ed7aa7eee41b61');
INSERT INTO batch VALUES(4,'pingjia','问题台账',4,'1','e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96','收件箱/2025H1/问题台账.csv','','8a9b38f9690cd3e9ce7827afef5d1c8001824b164bd0e462a80b9562bce39891','',8,0,1,8,20250101,20250630,'2026-01-05T19:53:12Z','office',NULL,NULL,'955b2e26d4945d09fb2493cdc700d658');
INSERT INTO batch VALUES(5,'pingjia','患者问卷',1,'1','fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116','收件箱/2025H2/患者问卷.csv','','506395c80c66816dde5b62e466982a0b70b750b1c143ec138cb35119e54d1aaa','',17,0,19,35,20250701,20251231,'2026-01-05T19:53:13Z','office',NULL,NULL,'8a072ce265a7fe1f52b3ca4b77f6954e');
INSERT INTO batch VALUES(6,'pingjia','走访评分',2,'1','ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5','收件箱/2025H2/走访评分.csv','','5063a6e2f125b978a9ac327a9e4b7fe70278d1147b38e000cc7bb603d965a265','2025H2',10,0,11,20,20250701,20251231,'2026-01-05T19:53:13Z','office',NULL,NULL,'ebd769edde58952436fb81126049b5a7');
INSERT INTO batch VALUES(7,'pingjia','问题台账',4,'1','e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96','收件箱/2025H2/问题台账.csv','','eb82446de47cf8272dfca738d50e8344d8b7b6f542670abfe1e50bc29a5c2cb5','',3,0,9,11,20250701,20251231,'2026-01-05T19:53:13Z','office','2026-11-21T19:53:35Z','office','3b2699fbb21fa5b47b83f47b3bfe3621');
INSERT INTO batch VALUES(8,'pingjia','问题台账',4,'1','e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96','收件箱/2025H2/问题台账.csv','','eb82446de47cf8272dfca738d50e8344d8b7b6f542670abfe1e50bc29a5c2cb5','',3,0,12,14,20250701,20251231,'2026-01-05T19:53:35Z','office',NULL,NULL,'3b2699fbb21fa5b47b83f47b3bfe3621');
CREATE TABLE reject (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  source_row INTEGER NOT NULL,
  unit_id INTEGER REFERENCES unit (id),
  codes TEXT NOT NULL,
  reasons TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;
INSERT INTO reject VALUES(1,18,NULL,'["unit-not-then"]','["\"化验室\" in \"科室\" names no unit of kind 科室 at 2025-05-20; it belongs to \"化验室 (K0)\"."]','["化验室"]');
INSERT INTO reject VALUES(1,21,NULL,'["unit-unknown"]','["\"皮肤科\" in \"科室\" is no unit of the register."]','["皮肤科"]');
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent TEXT NOT NULL,
  peer_group TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER,
  successor TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('register', 'table', 'former')),
  position INTEGER,
  registered_by INTEGER REFERENCES batch (id),
  columns TEXT NOT NULL
) STRICT;
INSERT INTO unit VALUES(1,'Y','柳河镇中心卫生院','医院','','',20150101,NULL,'','register',0,NULL,'{"aliases":"","code":"Y","kind":"医院","name":"柳河镇中心卫生院","parent":"","peer_group":"","successor":"","valid_from":"2015-01-01","valid_to":""}');
INSERT INTO unit VALUES(2,'K1','内科','科室','Y','临床',20150101,NULL,'','register',1,NULL,'{"aliases":"内科门诊","code":"K1","kind":"科室","name":"内科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}');
INSERT INTO unit VALUES(3,'K2','外科','科室','Y','临床',20150101,NULL,'','register',2,NULL,'{"aliases":"","code":"K2","kind":"科室","name":"外科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}');
INSERT INTO unit VALUES(4,'K3','妇产科','科室','Y','临床',20150101,NULL,'','register',3,NULL,'{"aliases":"妇科|产科","code":"K3","kind":"科室","name":"妇产科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}');
INSERT INTO unit VALUES(5,'K0','化验室','科室','Y','医技',20150101,20241231,'K4','register',4,NULL,'{"aliases":"","code":"K0","kind":"科室","name":"化验室","parent":"Y","peer_group":"医技","successor":"K4","valid_from":"2015-01-01","valid_to":"2024-12-31"}');
INSERT INTO unit VALUES(6,'K4','检验科','科室','Y','医技',20250101,NULL,'','register',5,NULL,'{"aliases":"","code":"K4","kind":"科室","name":"检验科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2025-01-01","valid_to":""}');
INSERT INTO unit VALUES(7,'K5','放射科','科室','Y','医技',20150101,NULL,'','register',6,NULL,'{"aliases":"","code":"K5","kind":"科室","name":"放射科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2015-01-01","valid_to":""}');
CREATE TABLE unit_alias (
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (unit_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_alias VALUES(2,0,'内科门诊');
INSERT INTO unit_alias VALUES(4,0,'妇科');
INSERT INTO unit_alias VALUES(4,1,'产科');
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL UNIQUE,
  scheme TEXT NOT NULL,
  period TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  manifest TEXT NOT NULL,
  nodes TEXT NOT NULL,
  facts TEXT NOT NULL,
  created_at TEXT NOT NULL
, decisions TEXT NOT NULL DEFAULT '[]', titles TEXT NOT NULL DEFAULT '[]', frozen TEXT NOT NULL DEFAULT '{}', contests TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO run VALUES(1,'9504b19542d43d839e8fbbd53e27258df2189d8a5bae7473fb39c0a95a5db74e',1,'keshi','2025H1',20250630,'{"asOf":20250630,"engine":"0.2.0","from":20250101,"leafRows":{},"minimumCell":3,"period":"2025H1","registerHash":"96c35dad8391f4a8ea63ba3261a67749edc69a66fdb075d67eca722acbc207dc","scheme":"keshi","schemeHash":"5f2b9a7aad21211e81984d14954f9160f1a8a9c1d45cde2fc28dfebb5257532c","schemeText":"scheme: keshi\ntitle: 科室半年评价\nversion: \"1\"\napproval: {文号: 柳卫〔2025〕1号, date: 2025-01-10}\nunits: {kind: 科室, peers: peer_group}\ndefaults: {leaves_missing: renormalise, coverage: 0.8, digits: 2}\nmeasures:\n  满意度: {table: 患者问卷, value: 满意度, take: mean, min_n: 3}\n  不满意率: {table: 患者问卷, value: \"CASE WHEN 满意度 = 0 THEN 1 ELSE 0 END\", take: share, min_n: 3}\n  走访分: {table: 走访评分, value: 得分, take: mean}\n  销号率: {table: 问题台账, dated_by: 时限, value: \"CASE WHEN 销号日期 <= 时限 THEN 1 ELSE 0 END\", take: share, empty: full}\n  重复数: {table: 问题台账, where: \"重复 = ''是''\", take: count}\n  问题数: {table: 问题台账, take: count}\n  通报数: {table: 通报, take: count}\nnodes:\n  - id: 总分\n    of: sum\n    points: 100\n    children:\n      - id: 服务\n        of: sum\n        points: 40\n        children:\n          - {id: 满意, points: 30, measure: 满意度, steps: [{linear: [[60, 0], [100, 30]]}], basis: 第三条}\n          - {id: 无不满意, points: 10, measure: 不满意率, steps: [{linear: [[0, 10], [0.5, 0]]}]}\n      - {id: 走访, points: 10, measure: 走访分, steps: [{proportional: {full: 100}}]}\n      - id: 整改\n        of: sum\n        points: 50\n        children:\n          - {id: 销号, name: 按期销号, points: 30, measure: 销号率, steps: [{linear: [[0.5, 0], [1, 30]]}], basis: 第五条}\n          - {id: 重复, name: 重复问题, points: 10, measure: 重复数, steps: [{deduct: {each: 5}}]}\n          - {id: 数量, name: 问题数量, points: 10, measure: 问题数, steps: [{deduct: {each: 1, at_most: 4}}]}\ncombine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}\neffects:\n  - {id: 通报批评, when: {measure: 通报数, at_least: 1}, deduct: {each: 5}, cap_grade: 合格}\nrank: {node: 总分, basis: displayed, ties: min, tie_break: [销号], per: peers}\ngrades:\n  bands: [{grade: 优秀, at_least: 90}, {grade: 合格, at_least: 60}, {grade: 不合格}]\nexamples:\n  - {name: 满意度80得15分, period: 2025H1, given: {满意度: 80}, expect: {满意: 15}}\n  - {name: 按期销号率一半不得分, period: 2025H1, given: {销号率: 0.5}, expect: {销号: 0}}\n","tables":[{"batches":[{"matched":"a356cf7760bfa110fa5d4661fb6457dd","period":"","sha256":"7ce81e0975457d8128f24c1a3f26675e212a5c50394e27e67eb23690327818b4","spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116"}],"spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116","system":"pingjia","table":"患者问卷"},{"batches":[{"matched":"ebd769edde58952436fb81126049b5a7","period":"2025H1","sha256":"bbf406377231f174cf174942079df84913f8a750298df2c1e2bf0eec74621403","spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5"}],"spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5","system":"pingjia","table":"走访评分"},{"batches":[{"matched":"44aeba743293a41262ed7aa7eee41b61","period":"","sha256":"83ab3b9c9c9db6a557de1be33faadbff82458b414ab969dd263fca9946282372","spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b"}],"spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b","system":"pingjia","table":"通报"},{"batches":[{"matched":"955b2e26d4945d09fb2493cdc700d658","period":"","sha256":"8a9b38f9690cd3e9ce7827afef5d1c8001824b164bd0e462a80b9562bce39891","spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96"}],"spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96","system":"pingjia","table":"问题台账"}],"to":20250630}','[{"halves":0,"id":"总分","steps":0},{"halves":0,"id":"服务","steps":0},{"halves":0,"id":"满意","steps":1},{"halves":0,"id":"无不满意","steps":1},{"halves":0,"id":"走访","steps":1},{"halves":0,"id":"整改","steps":0},{"halves":0,"id":"销号","steps":1},{"halves":0,"id":"重复","steps":1},{"halves":0,"id":"数量","steps":1}]','[]','2026-11-21T19:53:13Z','[]','[]','{}','[]');
INSERT INTO run VALUES(2,'1e5a0000cea33a3a8343fff38f8714427210f55b059ddd287059debda5bee372',2,'keshi','2025H2',20251231,'{"asOf":20251231,"engine":"0.2.0","from":20250701,"leafRows":{},"minimumCell":3,"period":"2025H2","registerHash":"96c35dad8391f4a8ea63ba3261a67749edc69a66fdb075d67eca722acbc207dc","scheme":"keshi","schemeHash":"5f2b9a7aad21211e81984d14954f9160f1a8a9c1d45cde2fc28dfebb5257532c","schemeText":"scheme: keshi\ntitle: 科室半年评价\nversion: \"1\"\napproval: {文号: 柳卫〔2025〕1号, date: 2025-01-10}\nunits: {kind: 科室, peers: peer_group}\ndefaults: {leaves_missing: renormalise, coverage: 0.8, digits: 2}\nmeasures:\n  满意度: {table: 患者问卷, value: 满意度, take: mean, min_n: 3}\n  不满意率: {table: 患者问卷, value: \"CASE WHEN 满意度 = 0 THEN 1 ELSE 0 END\", take: share, min_n: 3}\n  走访分: {table: 走访评分, value: 得分, take: mean}\n  销号率: {table: 问题台账, dated_by: 时限, value: \"CASE WHEN 销号日期 <= 时限 THEN 1 ELSE 0 END\", take: share, empty: full}\n  重复数: {table: 问题台账, where: \"重复 = ''是''\", take: count}\n  问题数: {table: 问题台账, take: count}\n  通报数: {table: 通报, take: count}\nnodes:\n  - id: 总分\n    of: sum\n    points: 100\n    children:\n      - id: 服务\n        of: sum\n        points: 40\n        children:\n          - {id: 满意, points: 30, measure: 满意度, steps: [{linear: [[60, 0], [100, 30]]}], basis: 第三条}\n          - {id: 无不满意, points: 10, measure: 不满意率, steps: [{linear: [[0, 10], [0.5, 0]]}]}\n      - {id: 走访, points: 10, measure: 走访分, steps: [{proportional: {full: 100}}]}\n      - id: 整改\n        of: sum\n        points: 50\n        children:\n          - {id: 销号, name: 按期销号, points: 30, measure: 销号率, steps: [{linear: [[0.5, 0], [1, 30]]}], basis: 第五条}\n          - {id: 重复, name: 重复问题, points: 10, measure: 重复数, steps: [{deduct: {each: 5}}]}\n          - {id: 数量, name: 问题数量, points: 10, measure: 问题数, steps: [{deduct: {each: 1, at_most: 4}}]}\ncombine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}\neffects:\n  - {id: 通报批评, when: {measure: 通报数, at_least: 1}, deduct: {each: 5}, cap_grade: 合格}\nrank: {node: 总分, basis: displayed, ties: min, tie_break: [销号], per: peers}\ngrades:\n  bands: [{grade: 优秀, at_least: 90}, {grade: 合格, at_least: 60}, {grade: 不合格}]\nexamples:\n  - {name: 满意度80得15分, period: 2025H1, given: {满意度: 80}, expect: {满意: 15}}\n  - {name: 按期销号率一半不得分, period: 2025H1, given: {销号率: 0.5}, expect: {销号: 0}}\n","tables":[{"batches":[{"matched":"a356cf7760bfa110fa5d4661fb6457dd","period":"","sha256":"7ce81e0975457d8128f24c1a3f26675e212a5c50394e27e67eb23690327818b4","spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116"},{"matched":"8a072ce265a7fe1f52b3ca4b77f6954e","period":"","sha256":"506395c80c66816dde5b62e466982a0b70b750b1c143ec138cb35119e54d1aaa","spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116"}],"spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116","system":"pingjia","table":"患者问卷"},{"batches":[{"matched":"ebd769edde58952436fb81126049b5a7","period":"2025H1","sha256":"bbf406377231f174cf174942079df84913f8a750298df2c1e2bf0eec74621403","spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5"},{"matched":"ebd769edde58952436fb81126049b5a7","period":"2025H2","sha256":"5063a6e2f125b978a9ac327a9e4b7fe70278d1147b38e000cc7bb603d965a265","spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5"}],"spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5","system":"pingjia","table":"走访评分"},{"batches":[{"matched":"44aeba743293a41262ed7aa7eee41b61","period":"","sha256":"83ab3b9c9c9db6a557de1be33faadbff82458b414ab969dd263fca9946282372","spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b"}],"spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b","system":"pingjia","table":"通报"},{"batches":[{"matched":"955b2e26d4945d09fb2493cdc700d658","period":"","sha256":"8a9b38f9690cd3e9ce7827afef5d1c8001824b164bd0e462a80b9562bce39891","spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96"},{"matched":"3b2699fbb21fa5b47b83f47b3bfe3621","period":"","sha256":"eb82446de47cf8272dfca738d50e8344d8b7b6f542670abfe1e50bc29a5c2cb5","spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96"}],"spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96","system":"pingjia","table":"问题台账"}],"to":20251231}','[{"halves":0,"id":"总分","steps":0},{"halves":0,"id":"服务","steps":0},{"halves":0,"id":"满意","steps":1},{"halves":0,"id":"无不满意","steps":1},{"halves":0,"id":"走访","steps":1},{"halves":0,"id":"整改","steps":0},{"halves":0,"id":"销号","steps":1},{"halves":0,"id":"重复","steps":1},{"halves":0,"id":"数量","steps":1}]','[]','2026-11-21T19:53:13Z','[]','[]','{}','[]');
INSERT INTO run VALUES(3,'2f2474e0abef0a877137bb15eafee79fba1c04bbaefa6e8113802377dcf19b43',3,'keshi','2025',20251231,'{"asOf":20251231,"engine":"0.2.0","from":20250101,"leafRows":{},"minimumCell":3,"period":"2025","registerHash":"96c35dad8391f4a8ea63ba3261a67749edc69a66fdb075d67eca722acbc207dc","scheme":"keshi","schemeHash":"5f2b9a7aad21211e81984d14954f9160f1a8a9c1d45cde2fc28dfebb5257532c","schemeText":"scheme: keshi\ntitle: 科室半年评价\nversion: \"1\"\napproval: {文号: 柳卫〔2025〕1号, date: 2025-01-10}\nunits: {kind: 科室, peers: peer_group}\ndefaults: {leaves_missing: renormalise, coverage: 0.8, digits: 2}\nmeasures:\n  满意度: {table: 患者问卷, value: 满意度, take: mean, min_n: 3}\n  不满意率: {table: 患者问卷, value: \"CASE WHEN 满意度 = 0 THEN 1 ELSE 0 END\", take: share, min_n: 3}\n  走访分: {table: 走访评分, value: 得分, take: mean}\n  销号率: {table: 问题台账, dated_by: 时限, value: \"CASE WHEN 销号日期 <= 时限 THEN 1 ELSE 0 END\", take: share, empty: full}\n  重复数: {table: 问题台账, where: \"重复 = ''是''\", take: count}\n  问题数: {table: 问题台账, take: count}\n  通报数: {table: 通报, take: count}\nnodes:\n  - id: 总分\n    of: sum\n    points: 100\n    children:\n      - id: 服务\n        of: sum\n        points: 40\n        children:\n          - {id: 满意, points: 30, measure: 满意度, steps: [{linear: [[60, 0], [100, 30]]}], basis: 第三条}\n          - {id: 无不满意, points: 10, measure: 不满意率, steps: [{linear: [[0, 10], [0.5, 0]]}]}\n      - {id: 走访, points: 10, measure: 走访分, steps: [{proportional: {full: 100}}]}\n      - id: 整改\n        of: sum\n        points: 50\n        children:\n          - {id: 销号, name: 按期销号, points: 30, measure: 销号率, steps: [{linear: [[0.5, 0], [1, 30]]}], basis: 第五条}\n          - {id: 重复, name: 重复问题, points: 10, measure: 重复数, steps: [{deduct: {each: 5}}]}\n          - {id: 数量, name: 问题数量, points: 10, measure: 问题数, steps: [{deduct: {each: 1, at_most: 4}}]}\ncombine: {year: {H1: 0.5, H2: 0.5}, one_missing: not_graded}\neffects:\n  - {id: 通报批评, when: {measure: 通报数, at_least: 1}, deduct: {each: 5}, cap_grade: 合格}\nrank: {node: 总分, basis: displayed, ties: min, tie_break: [销号], per: peers}\ngrades:\n  bands: [{grade: 优秀, at_least: 90}, {grade: 合格, at_least: 60}, {grade: 不合格}]\nexamples:\n  - {name: 满意度80得15分, period: 2025H1, given: {满意度: 80}, expect: {满意: 15}}\n  - {name: 按期销号率一半不得分, period: 2025H1, given: {销号率: 0.5}, expect: {销号: 0}}\n","tables":[{"batches":[{"matched":"a356cf7760bfa110fa5d4661fb6457dd","period":"","sha256":"7ce81e0975457d8128f24c1a3f26675e212a5c50394e27e67eb23690327818b4","spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116"},{"matched":"8a072ce265a7fe1f52b3ca4b77f6954e","period":"","sha256":"506395c80c66816dde5b62e466982a0b70b750b1c143ec138cb35119e54d1aaa","spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116"}],"spec":"fbf8d5e6e41069f307d61858fda6a06a204a0cb00272a0a26d65bd763416f116","system":"pingjia","table":"患者问卷"},{"batches":[{"matched":"ebd769edde58952436fb81126049b5a7","period":"2025H1","sha256":"bbf406377231f174cf174942079df84913f8a750298df2c1e2bf0eec74621403","spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5"},{"matched":"ebd769edde58952436fb81126049b5a7","period":"2025H2","sha256":"5063a6e2f125b978a9ac327a9e4b7fe70278d1147b38e000cc7bb603d965a265","spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5"}],"spec":"ebc9433f5efed870824e94e242475a0288d1e4087adaf53c426d2a81baaf65c5","system":"pingjia","table":"走访评分"},{"batches":[{"matched":"44aeba743293a41262ed7aa7eee41b61","period":"","sha256":"83ab3b9c9c9db6a557de1be33faadbff82458b414ab969dd263fca9946282372","spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b"}],"spec":"f262a43a7d3b65fecc617e25e2b43e97e3415db2413d0bcac6225fbfe9dfb52b","system":"pingjia","table":"通报"},{"batches":[{"matched":"955b2e26d4945d09fb2493cdc700d658","period":"","sha256":"8a9b38f9690cd3e9ce7827afef5d1c8001824b164bd0e462a80b9562bce39891","spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96"},{"matched":"3b2699fbb21fa5b47b83f47b3bfe3621","period":"","sha256":"eb82446de47cf8272dfca738d50e8344d8b7b6f542670abfe1e50bc29a5c2cb5","spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96"}],"spec":"e9ad13a03e9175ed16d8c647d9df9707e58a47137206dac20291144827779f96","system":"pingjia","table":"问题台账"}],"to":20251231}','[{"halves":0,"id":"总分","steps":0},{"halves":0,"id":"服务","steps":0},{"halves":2,"id":"满意","steps":0},{"halves":2,"id":"无不满意","steps":0},{"halves":2,"id":"走访","steps":0},{"halves":0,"id":"整改","steps":0},{"halves":2,"id":"销号","steps":0},{"halves":2,"id":"重复","steps":0},{"halves":2,"id":"数量","steps":0}]','[]','2026-11-21T19:53:14Z','[]','[]','{}','[]');
CREATE TABLE run_part (
  run_id INTEGER NOT NULL REFERENCES run (id),
  part INTEGER NOT NULL,
  period TEXT NOT NULL,
  grain TEXT NOT NULL,
  p_from INTEGER NOT NULL,
  p_to INTEGER NOT NULL,
  measures TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'half',
  PRIMARY KEY (run_id, part)
) STRICT, WITHOUT ROWID;
INSERT INTO run_part VALUES(1,0,'2025H1','half',20250101,20250630,'["#n/患者问卷","不满意率","满意度","走访分","通报数","重复数","销号率","问题数"]','window');
INSERT INTO run_part VALUES(2,0,'2025H2','half',20250701,20251231,'["#n/患者问卷","不满意率","满意度","走访分","通报数","重复数","销号率","问题数"]','window');
INSERT INTO run_part VALUES(3,0,'2025','year',20250101,20251231,'["#n/患者问卷","不满意率","满意度","走访分","通报数","重复数","销号率","问题数"]','window');
INSERT INTO run_part VALUES(3,1,'2025H1','half',20250101,20250630,'["#n/患者问卷","不满意率","满意度","走访分","通报数","重复数","销号率","问题数"]','half');
INSERT INTO run_part VALUES(3,2,'2025H2','half',20250701,20251231,'["#n/患者问卷","不满意率","满意度","走访分","通报数","重复数","销号率","问题数"]','half');
CREATE TABLE run_unit (
  run_id INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL,
  peers TEXT NOT NULL,
  register TEXT NOT NULL, computed_peers TEXT,
  PRIMARY KEY (run_id, position),
  UNIQUE (run_id, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO run_unit VALUES(1,0,2,'内科','临床','{"aliases":"内科门诊","code":"K1","kind":"科室","name":"内科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(1,1,3,'外科','临床','{"aliases":"","code":"K2","kind":"科室","name":"外科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(1,2,4,'妇产科','临床','{"aliases":"妇科|产科","code":"K3","kind":"科室","name":"妇产科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(1,3,6,'检验科','医技','{"aliases":"","code":"K4","kind":"科室","name":"检验科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2025-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(1,4,7,'放射科','医技','{"aliases":"","code":"K5","kind":"科室","name":"放射科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(2,0,2,'内科','临床','{"aliases":"内科门诊","code":"K1","kind":"科室","name":"内科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(2,1,3,'外科','临床','{"aliases":"","code":"K2","kind":"科室","name":"外科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(2,2,4,'妇产科','临床','{"aliases":"妇科|产科","code":"K3","kind":"科室","name":"妇产科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(2,3,6,'检验科','医技','{"aliases":"","code":"K4","kind":"科室","name":"检验科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2025-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(2,4,7,'放射科','医技','{"aliases":"","code":"K5","kind":"科室","name":"放射科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(3,0,2,'内科','临床','{"aliases":"内科门诊","code":"K1","kind":"科室","name":"内科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(3,1,3,'外科','临床','{"aliases":"","code":"K2","kind":"科室","name":"外科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(3,2,4,'妇产科','临床','{"aliases":"妇科|产科","code":"K3","kind":"科室","name":"妇产科","parent":"Y","peer_group":"临床","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(3,3,6,'检验科','医技','{"aliases":"","code":"K4","kind":"科室","name":"检验科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2025-01-01","valid_to":""}',NULL);
INSERT INTO run_unit VALUES(3,4,7,'放射科','医技','{"aliases":"","code":"K5","kind":"科室","name":"放射科","parent":"Y","peer_group":"医技","successor":"","valid_from":"2015-01-01","valid_to":""}',NULL);
CREATE TABLE run_measure (
  run_id INTEGER NOT NULL REFERENCES run (id),
  part INTEGER NOT NULL,
  measure TEXT NOT NULL,
  unit_id INTEGER NOT NULL,
  value REAL,
  n INTEGER NOT NULL,
  sd REAL,
  numerator REAL,
  denominator REAL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run_id, part, measure, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO run_measure VALUES(1,0,'#n/患者问卷',2,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'#n/患者问卷',3,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'#n/患者问卷',4,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'#n/患者问卷',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'#n/患者问卷',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'不满意率',2,0.0,5,0.0,0.0,5.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'不满意率',3,0.25,4,0.5,1.0,4.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'不满意率',4,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'不满意率',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'不满意率',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'满意度',2,92.0,5,17.88854381999831844,460.0,5.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'满意度',3,65.0,4,47.258156262526085809,260.0,4.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'满意度',4,100.0,4,0.0,400.0,4.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'满意度',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'满意度',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(1,0,'走访分',2,94.0,2,1.4142135623730951454,188.0,2.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'走访分',3,89.0,2,1.4142135623730951454,178.0,2.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'走访分',4,93.0,2,1.4142135623730951454,186.0,2.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'走访分',6,90.500000000000000001,2,0.70710678118654757273,181.0,2.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'走访分',7,85.0,1,NULL,85.0,1.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'通报数',2,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'通报数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'通报数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'通报数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'通报数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'重复数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'重复数',3,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'重复数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'重复数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'重复数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'销号率',2,1.0,2,0.0,2.0,2.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'销号率',3,0.33333333333333331482,3,0.57735026918962584208,1.0,3.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'销号率',4,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(1,0,'销号率',6,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(1,0,'销号率',7,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(1,0,'问题数',2,2.0,2,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'问题数',3,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'问题数',4,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'问题数',6,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(1,0,'问题数',7,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'#n/患者问卷',2,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'#n/患者问卷',3,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'#n/患者问卷',4,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'#n/患者问卷',6,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'#n/患者问卷',7,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'不满意率',2,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'不满意率',3,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'不满意率',4,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'不满意率',6,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'不满意率',7,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'满意度',2,100.0,4,0.0,400.0,4.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'满意度',3,80.0,4,23.094010767585032794,320.0,4.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'满意度',4,86.666666666666671405,3,23.094010767585029242,260.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'满意度',6,100.0,3,0.0,300.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'满意度',7,86.666666666666671405,3,23.094010767585029242,260.0,3.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'走访分',2,95.500000000000000001,2,0.70710678118654757273,191.0,2.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'走访分',3,90.500000000000000001,2,0.70710678118654757273,181.0,2.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'走访分',4,94.0,2,1.4142135623730951454,188.0,2.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'走访分',6,91.499999999999999996,2,0.70710678118654757273,183.0,2.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'走访分',7,87.0,2,1.4142135623730951454,174.0,2.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'通报数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'通报数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'通报数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'通报数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'通报数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'重复数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'重复数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'重复数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'重复数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'重复数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'销号率',2,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'销号率',3,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'销号率',4,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'销号率',6,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(2,0,'销号率',7,0.0,1,NULL,0.0,1.0,'value','none');
INSERT INTO run_measure VALUES(2,0,'问题数',2,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'问题数',3,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'问题数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'问题数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(2,0,'问题数',7,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'#n/患者问卷',2,9.0,9,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'#n/患者问卷',3,8.0,8,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'#n/患者问卷',4,8.0,8,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'#n/患者问卷',6,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'#n/患者问卷',7,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'不满意率',2,0.0,9,0.0,0.0,9.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'不满意率',3,0.125,8,0.35355339059327378636,1.0,8.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'不满意率',4,0.0,7,0.0,0.0,7.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'不满意率',6,0.0,5,0.0,0.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'不满意率',7,0.0,5,0.0,0.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'满意度',2,95.555555555555557138,9,13.333333333333333925,860.0,9.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'满意度',3,72.5,8,35.355339059327377526,580.0,8.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'满意度',4,94.285714285714291808,7,15.118578920369088791,660.0,7.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'满意度',6,100.0,5,0.0,500.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'满意度',7,84.0,5,21.908902300206644752,420.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'走访分',2,94.750000000000000003,4,1.2583057392117915629,379.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'走访分',3,89.750000000000000003,4,1.2583057392117915629,359.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'走访分',4,93.500000000000000003,4,1.2909944487358055997,374.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'走访分',6,91.0,4,0.81649658092772603446,364.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'走访分',7,86.333333333333328596,3,1.5275252316519467576,259.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'通报数',2,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'通报数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'通报数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'通报数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'通报数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'重复数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'重复数',3,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'重复数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'重复数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'重复数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'销号率',2,1.0,3,0.0,3.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'销号率',3,0.5,4,0.57735026918962573105,2.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'销号率',4,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'销号率',6,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'销号率',7,0.0,1,NULL,0.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,0,'问题数',2,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'问题数',3,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'问题数',4,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'问题数',6,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,0,'问题数',7,2.0,2,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'#n/患者问卷',2,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'#n/患者问卷',3,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'#n/患者问卷',4,5.0,5,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'#n/患者问卷',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'#n/患者问卷',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'不满意率',2,0.0,5,0.0,0.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'不满意率',3,0.25,4,0.5,1.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'不满意率',4,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'不满意率',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'不满意率',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'满意度',2,92.0,5,17.88854381999831844,460.0,5.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'满意度',3,65.0,4,47.258156262526085809,260.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'满意度',4,100.0,4,0.0,400.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'满意度',6,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'满意度',7,NULL,2,NULL,NULL,NULL,'missing','belowMinimumCell');
INSERT INTO run_measure VALUES(3,1,'走访分',2,94.0,2,1.4142135623730951454,188.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'走访分',3,89.0,2,1.4142135623730951454,178.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'走访分',4,93.0,2,1.4142135623730951454,186.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'走访分',6,90.500000000000000001,2,0.70710678118654757273,181.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'走访分',7,85.0,1,NULL,85.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'通报数',2,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'通报数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'通报数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'通报数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'通报数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'重复数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'重复数',3,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'重复数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'重复数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'重复数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'销号率',2,1.0,2,0.0,2.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'销号率',3,0.33333333333333331482,3,0.57735026918962584208,1.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'销号率',4,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(3,1,'销号率',6,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,1,'销号率',7,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(3,1,'问题数',2,2.0,2,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'问题数',3,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'问题数',4,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'问题数',6,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,1,'问题数',7,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'#n/患者问卷',2,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'#n/患者问卷',3,4.0,4,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'#n/患者问卷',4,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'#n/患者问卷',6,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'#n/患者问卷',7,3.0,3,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'不满意率',2,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'不满意率',3,0.0,4,0.0,0.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'不满意率',4,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'不满意率',6,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'不满意率',7,0.0,3,0.0,0.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'满意度',2,100.0,4,0.0,400.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'满意度',3,80.0,4,23.094010767585032794,320.0,4.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'满意度',4,86.666666666666671405,3,23.094010767585029242,260.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'满意度',6,100.0,3,0.0,300.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'满意度',7,86.666666666666671405,3,23.094010767585029242,260.0,3.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'走访分',2,95.500000000000000001,2,0.70710678118654757273,191.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'走访分',3,90.500000000000000001,2,0.70710678118654757273,181.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'走访分',4,94.0,2,1.4142135623730951454,188.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'走访分',6,91.499999999999999996,2,0.70710678118654757273,183.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'走访分',7,87.0,2,1.4142135623730951454,174.0,2.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'通报数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'通报数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'通报数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'通报数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'通报数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'重复数',2,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'重复数',3,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'重复数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'重复数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'重复数',7,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'销号率',2,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'销号率',3,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'销号率',4,1.0,1,NULL,1.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'销号率',6,NULL,0,NULL,NULL,NULL,'full','none');
INSERT INTO run_measure VALUES(3,2,'销号率',7,0.0,1,NULL,0.0,1.0,'value','none');
INSERT INTO run_measure VALUES(3,2,'问题数',2,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'问题数',3,1.0,1,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'问题数',4,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'问题数',6,0.0,0,NULL,NULL,NULL,'value','none');
INSERT INTO run_measure VALUES(3,2,'问题数',7,1.0,1,NULL,NULL,NULL,'value','none');
CREATE TABLE run_fact (
  run_id INTEGER NOT NULL REFERENCES run (id),
  fact TEXT NOT NULL,
  unit_id INTEGER NOT NULL,
  value REAL,
  PRIMARY KEY (run_id, fact, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE score (
  run_id INTEGER NOT NULL REFERENCES run (id),
  node TEXT NOT NULL,
  unit_id INTEGER NOT NULL,
  value REAL,
  displayed REAL,
  state TEXT NOT NULL,
  coverage REAL,
  effective_share REAL,
  contribution REAL,
  rule TEXT NOT NULL,
  source REAL,
  after_step TEXT NOT NULL,
  halves TEXT NOT NULL, hands TEXT, override TEXT, is_imputed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (run_id, node, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO score VALUES(1,'总分',2,91.400000000000005684,91.400000000000005684,'value',1.0,NULL,NULL,'computed',91.400000000000005684,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'总分',3,29.649999999999998578,29.649999999999998578,'value',1.0,NULL,NULL,'computed',29.649999999999998578,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'总分',4,98.299999999999997154,98.299999999999997154,'value',1.0,NULL,NULL,'computed',98.299999999999997154,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'总分',6,96.750000000000000001,96.750000000000000001,'value',0.59999999999999997779,NULL,NULL,'computed',96.750000000000000001,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'总分',7,95.83333333333334281,95.829999999999998291,'value',0.59999999999999997779,NULL,NULL,'computed',95.83333333333334281,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'数量',2,8.0,8.0,'value',1.0,0.2000000000000000111,8.0,'computed',2.0,'[8.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'数量',3,7.0,7.0,'value',1.0,0.2000000000000000111,7.0,'computed',3.0,'[7.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'数量',4,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'数量',6,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'数量',7,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'整改',2,48.0,48.0,'value',1.0,0.5,48.0,'computed',48.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'整改',3,12.0,12.0,'value',1.0,0.5,12.0,'computed',12.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'整改',4,49.0,49.0,'value',1.0,0.5,49.0,'computed',49.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'整改',6,49.0,49.0,'value',1.0,0.83333333333333337034,81.666666666666671405,'computed',49.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'整改',7,49.0,49.0,'value',1.0,0.83333333333333337034,81.666666666666671405,'computed',49.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'无不满意',2,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'无不满意',3,5.0,5.0,'value',1.0,0.25,5.0,'computed',0.25,'[5.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'无不满意',4,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'无不满意',6,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'无不满意',7,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'服务',2,34.0,34.0,'value',1.0,0.4000000000000000222,34.0,'computed',34.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'服务',3,8.75,8.75,'value',1.0,0.4000000000000000222,8.75,'computed',8.75,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'服务',4,40.0,40.0,'value',1.0,0.4000000000000000222,40.0,'computed',40.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'服务',6,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'服务',7,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'满意',2,24.0,24.0,'value',1.0,0.75,24.0,'computed',92.0,'[24.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'满意',3,3.75,3.75,'value',1.0,0.75,3.75,'computed',65.0,'[3.75]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'满意',4,30.0,30.0,'value',1.0,0.75,30.0,'computed',100.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'满意',6,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'满意',7,NULL,NULL,'missing',0.0,NULL,NULL,'computed',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'走访',2,9.3999999999999985789,9.4000000000000003552,'value',1.0,0.10000000000000000555,9.3999999999999985789,'computed',94.0,'[9.399999999999999]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'走访',3,8.9000000000000003552,8.9000000000000003552,'value',1.0,0.10000000000000000555,8.9000000000000003552,'computed',89.0,'[8.9]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'走访',4,9.3000000000000007105,9.3000000000000007105,'value',1.0,0.10000000000000000555,9.3000000000000007105,'computed',93.0,'[9.3]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'走访',6,9.0500000000000007105,9.0500000000000007105,'value',1.0,0.16666666666666665741,15.083333333333335702,'computed',90.500000000000000001,'[9.05]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'走访',7,8.5,8.5,'value',1.0,0.16666666666666665741,14.166666666666667851,'computed',85.0,'[8.5]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'重复',2,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'重复',3,5.0,5.0,'value',1.0,0.2000000000000000111,5.0,'computed',1.0,'[5.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'重复',4,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'重复',6,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'重复',7,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'销号',2,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',1.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'销号',3,0.0,0.0,'value',1.0,0.59999999999999997779,0.0,'computed',0.33333333333333331482,'[0.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'销号',4,30.0,30.0,'full',1.0,0.59999999999999997779,30.0,'full',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'销号',6,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',1.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(1,'销号',7,30.0,30.0,'full',1.0,0.59999999999999997779,30.0,'full',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'总分',2,98.549999999999997159,98.549999999999997159,'value',1.0,NULL,NULL,'computed',98.549999999999997159,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'总分',3,83.049999999999997157,83.049999999999997157,'value',1.0,NULL,NULL,'computed',83.049999999999997157,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'总分',4,89.400000000000005686,89.400000000000005686,'value',1.0,NULL,NULL,'computed',89.400000000000005686,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'总分',6,99.15000000000000568,99.15000000000000568,'value',1.0,NULL,NULL,'computed',99.15000000000000568,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'总分',7,57.70000000000000284,57.70000000000000284,'value',1.0,NULL,NULL,'computed',57.70000000000000284,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'数量',2,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'数量',3,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'数量',4,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'数量',6,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'数量',7,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',1.0,'[9.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'整改',2,49.0,49.0,'value',1.0,0.5,49.0,'computed',49.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'整改',3,49.0,49.0,'value',1.0,0.5,49.0,'computed',49.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'整改',4,50.0,50.0,'value',1.0,0.5,50.0,'computed',50.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'整改',6,50.0,50.0,'value',1.0,0.5,50.0,'computed',50.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'整改',7,19.0,19.0,'value',1.0,0.5,19.0,'computed',19.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'无不满意',2,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'无不满意',3,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'无不满意',4,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'无不满意',6,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'无不满意',7,10.0,10.0,'value',1.0,0.25,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'服务',2,40.0,40.0,'value',1.0,0.4000000000000000222,40.0,'computed',40.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'服务',3,25.0,25.0,'value',1.0,0.4000000000000000222,25.0,'computed',25.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'服务',4,30.000000000000003551,30.0,'value',1.0,0.4000000000000000222,30.000000000000003551,'computed',30.000000000000003551,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'服务',6,40.0,40.0,'value',1.0,0.4000000000000000222,40.0,'computed',40.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'服务',7,30.000000000000003551,30.0,'value',1.0,0.4000000000000000222,30.000000000000003551,'computed',30.000000000000003551,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'满意',2,30.0,30.0,'value',1.0,0.75,30.0,'computed',100.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'满意',3,15.0,15.0,'value',1.0,0.75,15.0,'computed',80.0,'[15.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'满意',4,20.000000000000003551,20.0,'value',1.0,0.75,20.000000000000003551,'computed',86.666666666666671405,'[20.000000000000004]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'满意',6,30.0,30.0,'value',1.0,0.75,30.0,'computed',100.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'满意',7,20.000000000000003551,20.0,'value',1.0,0.75,20.000000000000003551,'computed',86.666666666666671405,'[20.000000000000004]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'走访',2,9.5499999999999989341,9.5500000000000007105,'value',1.0,0.10000000000000000555,9.5499999999999989341,'computed',95.500000000000000001,'[9.549999999999999]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'走访',3,9.0500000000000007105,9.0500000000000007105,'value',1.0,0.10000000000000000555,9.0500000000000007105,'computed',90.500000000000000001,'[9.05]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'走访',4,9.3999999999999985789,9.4000000000000003552,'value',1.0,0.10000000000000000555,9.3999999999999985789,'computed',94.0,'[9.399999999999999]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'走访',6,9.1500000000000003552,9.1500000000000003552,'value',1.0,0.10000000000000000555,9.1500000000000003552,'computed',91.499999999999999996,'[9.15]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'走访',7,8.6999999999999992894,8.6999999999999992894,'value',1.0,0.10000000000000000555,8.6999999999999992894,'computed',87.0,'[8.7]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'重复',2,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'重复',3,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'重复',4,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'重复',6,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'重复',7,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',0.0,'[10.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'销号',2,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',1.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'销号',3,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',1.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'销号',4,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',1.0,'[30.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'销号',6,30.0,30.0,'full',1.0,0.59999999999999997779,30.0,'full',NULL,'[null]','[]',NULL,NULL,0);
INSERT INTO score VALUES(2,'销号',7,0.0,0.0,'value',1.0,0.59999999999999997779,0.0,'computed',0.0,'[0.0]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'总分',2,94.974999999999994313,94.98000000000000398,'value',1.0,NULL,NULL,'computed',94.974999999999994313,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'总分',3,56.35000000000000142,56.35000000000000142,'value',1.0,NULL,NULL,'computed',56.35000000000000142,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'总分',4,93.849999999999994312,93.849999999999994312,'value',1.0,NULL,NULL,'computed',93.849999999999994312,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'总分',6,98.599999999999994315,98.599999999999994315,'value',0.8000000000000000444,NULL,NULL,'computed',98.599999999999994315,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'总分',7,72.599999999999994316,72.599999999999994316,'value',0.8000000000000000444,NULL,NULL,'computed',72.599999999999994316,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'数量',2,8.5,8.5,'value',1.0,0.2000000000000000111,8.5,'computed',8.5,'[]','[8.0,9.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'数量',3,8.0,8.0,'value',1.0,0.2000000000000000111,8.0,'computed',8.0,'[]','[7.0,9.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'数量',4,9.5,9.5,'value',1.0,0.2000000000000000111,9.5,'computed',9.5,'[]','[9.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'数量',6,9.5,9.5,'value',1.0,0.2000000000000000111,9.5,'computed',9.5,'[]','[9.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'数量',7,9.0,9.0,'value',1.0,0.2000000000000000111,9.0,'computed',9.0,'[]','[9.0,9.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'整改',2,48.499999999999999999,48.499999999999999999,'value',1.0,0.5,48.499999999999999999,'computed',48.499999999999999999,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'整改',3,30.499999999999999999,30.499999999999999999,'value',1.0,0.5,30.499999999999999999,'computed',30.499999999999999999,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'整改',4,49.499999999999999998,49.499999999999999998,'value',1.0,0.5,49.499999999999999998,'computed',49.499999999999999998,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'整改',6,49.499999999999999998,49.499999999999999998,'value',1.0,0.5,49.499999999999999998,'computed',49.499999999999999998,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'整改',7,34.0,34.0,'value',1.0,0.5,34.0,'computed',34.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'无不满意',2,10.0,10.0,'value',1.0,0.25,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'无不满意',3,7.5,7.5,'value',1.0,0.25,7.5,'computed',7.5,'[]','[5.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'无不满意',4,10.0,10.0,'value',1.0,0.25,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'无不满意',6,10.0,10.0,'value',0.5,0.25,10.0,'computed',10.0,'[]','[null,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'无不满意',7,10.0,10.0,'value',0.5,0.25,10.0,'computed',10.0,'[]','[null,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'服务',2,37.0,37.0,'value',1.0,0.4000000000000000222,37.0,'computed',37.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'服务',3,16.875,16.879999999999999004,'value',1.0,0.4000000000000000222,16.875,'computed',16.875,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'服务',4,35.0,35.0,'value',1.0,0.4000000000000000222,35.0,'computed',35.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'服务',6,40.0,40.0,'value',0.5,0.4000000000000000222,40.0,'computed',40.0,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'服务',7,30.000000000000003551,30.0,'value',0.5,0.4000000000000000222,30.000000000000003551,'computed',30.000000000000003551,'[]','[]',NULL,NULL,0);
INSERT INTO score VALUES(3,'满意',2,27.0,27.0,'value',1.0,0.75,27.0,'computed',27.0,'[]','[24.0,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'满意',3,9.375,9.3800000000000007815,'value',1.0,0.75,9.375,'computed',9.375,'[]','[3.75,15.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'满意',4,25.0,25.0,'value',1.0,0.75,25.0,'computed',25.0,'[]','[30.0,20.000000000000004]',NULL,NULL,0);
INSERT INTO score VALUES(3,'满意',6,30.0,30.0,'value',0.5,0.75,30.0,'computed',30.0,'[]','[null,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'满意',7,20.000000000000003551,20.0,'value',0.5,0.75,20.000000000000003551,'computed',20.000000000000003551,'[]','[null,20.000000000000004]',NULL,NULL,0);
INSERT INTO score VALUES(3,'走访',2,9.4749999999999978683,9.4800000000000004263,'value',1.0,0.10000000000000000555,9.4749999999999978683,'computed',9.4749999999999978683,'[]','[9.399999999999999,9.549999999999999]',NULL,NULL,0);
INSERT INTO score VALUES(3,'走访',3,8.975000000000001421,8.9800000000000004263,'value',1.0,0.10000000000000000555,8.975000000000001421,'computed',8.975000000000001421,'[]','[8.9,9.05]',NULL,NULL,0);
INSERT INTO score VALUES(3,'走访',4,9.3499999999999996447,9.3499999999999996447,'value',1.0,0.10000000000000000555,9.3499999999999996447,'computed',9.3499999999999996447,'[]','[9.3,9.399999999999999]',NULL,NULL,0);
INSERT INTO score VALUES(3,'走访',6,9.100000000000001421,9.0999999999999996447,'value',1.0,0.10000000000000000555,9.100000000000001421,'computed',9.100000000000001421,'[]','[9.05,9.15]',NULL,NULL,0);
INSERT INTO score VALUES(3,'走访',7,8.5999999999999996447,8.5999999999999996447,'value',1.0,0.10000000000000000555,8.5999999999999996447,'computed',8.5999999999999996447,'[]','[8.5,8.7]',NULL,NULL,0);
INSERT INTO score VALUES(3,'重复',2,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'重复',3,7.5,7.5,'value',1.0,0.2000000000000000111,7.5,'computed',7.5,'[]','[5.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'重复',4,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'重复',6,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'重复',7,10.0,10.0,'value',1.0,0.2000000000000000111,10.0,'computed',10.0,'[]','[10.0,10.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'销号',2,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',30.0,'[]','[30.0,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'销号',3,15.0,15.0,'value',1.0,0.59999999999999997779,15.0,'computed',15.0,'[]','[0.0,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'销号',4,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',30.0,'[]','[30.0,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'销号',6,30.0,30.0,'value',1.0,0.59999999999999997779,30.0,'computed',30.0,'[]','[30.0,30.0]',NULL,NULL,0);
INSERT INTO score VALUES(3,'销号',7,15.0,15.0,'value',1.0,0.59999999999999997779,15.0,'computed',15.0,'[]','[30.0,0.0]',NULL,NULL,0);
CREATE TABLE standing (
  run_id INTEGER NOT NULL REFERENCES run (id),
  unit_id INTEGER NOT NULL,
  score REAL,
  displayed REAL,
  coverage REAL,
  rank INTEGER,
  is_tied INTEGER NOT NULL,
  grade TEXT,
  status TEXT NOT NULL,
  fact TEXT,
  reasons TEXT NOT NULL,
  capped_by TEXT NOT NULL,
  set_by TEXT, attempts TEXT NOT NULL DEFAULT '[]', held_title TEXT, is_in_by_tie INTEGER NOT NULL DEFAULT 0, awaits TEXT,
  PRIMARY KEY (run_id, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO standing VALUES(1,2,86.400000000000005684,86.400000000000005684,1.0,2,0,'合格','graded',NULL,'[]','["通报批评"]',NULL,'[{"grade":"优秀","outcome":{"capped":{"effects":["通报批评"]}}},{"grade":"合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(1,3,29.649999999999998578,29.649999999999998578,1.0,3,0,'不合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":29.65,"needed":90}}},{"grade":"合格","outcome":{"below":{"found":29.65,"needed":60}}},{"grade":"不合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(1,4,98.299999999999997154,98.299999999999997154,1.0,1,0,'优秀','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(1,6,96.750000000000000001,96.750000000000000001,0.59999999999999997779,NULL,0,NULL,'not_graded',NULL,'[{"found":0.6,"kind":"coverage","missing":["满意","无不满意"],"needed":0.8}]','[]',NULL,'[]',NULL,0,NULL);
INSERT INTO standing VALUES(1,7,95.83333333333334281,95.829999999999998291,0.59999999999999997779,NULL,0,NULL,'not_graded',NULL,'[{"found":0.6,"kind":"coverage","missing":["满意","无不满意"],"needed":0.8}]','[]',NULL,'[]',NULL,0,NULL);
INSERT INTO standing VALUES(2,2,98.549999999999997159,98.549999999999997159,1.0,1,0,'优秀','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(2,3,83.049999999999997157,83.049999999999997157,1.0,3,0,'合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":83.05,"needed":90}}},{"grade":"合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(2,4,89.400000000000005686,89.400000000000005686,1.0,2,0,'合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":89.4,"needed":90}}},{"grade":"合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(2,6,99.15000000000000568,99.15000000000000568,1.0,1,0,'优秀','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(2,7,57.70000000000000284,57.70000000000000284,1.0,2,0,'不合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":57.7,"needed":90}}},{"grade":"合格","outcome":{"below":{"found":57.7,"needed":60}}},{"grade":"不合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(3,2,89.974999999999994313,89.98000000000000398,1.0,2,0,'合格','graded',NULL,'[]','["通报批评"]',NULL,'[{"grade":"优秀","outcome":{"capped":{"effects":["通报批评"]}}},{"grade":"合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(3,3,56.35000000000000142,56.35000000000000142,1.0,3,0,'不合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":56.35,"needed":90}}},{"grade":"合格","outcome":{"below":{"found":56.35,"needed":60}}},{"grade":"不合格","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(3,4,93.849999999999994312,93.849999999999994312,1.0,1,0,'优秀','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(3,6,98.599999999999994315,98.599999999999994315,0.8000000000000000444,1,0,'优秀','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"granted":{}}}]',NULL,0,NULL);
INSERT INTO standing VALUES(3,7,72.599999999999994316,72.599999999999994316,0.8000000000000000444,2,0,'合格','graded',NULL,'[]','[]',NULL,'[{"grade":"优秀","outcome":{"below":{"found":72.6,"needed":90}}},{"grade":"合格","outcome":{"granted":{}}}]',NULL,0,NULL);
CREATE TABLE effect (
  run_id INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  effect TEXT NOT NULL,
  unit_id INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  fired_by TEXT,
  nominal REAL,
  effective REAL,
  before REAL,
  after REAL, decision TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO effect VALUES(1,0,'通报批评',2,'acted','通报数',-5.0,-5.0,91.400000000000005684,86.400000000000005684,NULL);
INSERT INTO effect VALUES(3,0,'通报批评',2,'acted','通报数',-5.0,-5.0,94.974999999999994313,89.974999999999994313,NULL);
CREATE TABLE run_finding (
  run_id INTEGER NOT NULL REFERENCES run (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  place TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE membership (
  position INTEGER PRIMARY KEY,
  member TEXT NOT NULL,
  "of" TEXT NOT NULL,
  share REAL NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER
) STRICT;
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  system TEXT NOT NULL,
  item TEXT NOT NULL,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  -- Empty: the unit itself.
  member TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  role TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE TABLE run_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme TEXT NOT NULL,
  period TEXT NOT NULL,
  run_key TEXT NOT NULL REFERENCES run (key),
  stage TEXT NOT NULL CHECK (stage IN ('consultation', 'submission', 'final')),
  role TEXT NOT NULL,
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
INSERT INTO run_stage VALUES(1,'keshi','2025H1','9504b19542d43d839e8fbbd53e27258df2189d8a5bae7473fb39c0a95a5db74e','consultation','清廉办',20250720,'','2026-11-21T19:53:35Z','office');
CREATE TABLE IF NOT EXISTS "t_pingjia_患者问卷" (row_id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL, source_row INTEGER NOT NULL, unit_id INTEGER, p_from INTEGER, p_to INTEGER, superseded_by INTEGER, "序号" INTEGER, "日期" INTEGER, "科室" TEXT, "满意度" REAL, "满意度__na" INTEGER) STRICT;
INSERT INTO "t_pingjia_患者问卷" VALUES(1,1,2,2,20250101,20250630,NULL,1,20250520,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(2,1,3,2,20250101,20250630,NULL,2,20250520,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(3,1,4,2,20250101,20250630,NULL,3,20250520,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(4,1,5,2,20250101,20250630,NULL,4,20250520,'内科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(5,1,6,2,20250101,20250630,NULL,5,20250520,'内科门诊',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(6,1,7,3,20250101,20250630,NULL,6,20250520,'外科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(7,1,8,3,20250101,20250630,NULL,7,20250520,'外科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(8,1,9,3,20250101,20250630,NULL,8,20250520,'外科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(9,1,10,3,20250101,20250630,NULL,9,20250520,'外科',0.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(10,1,11,4,20250101,20250630,NULL,10,20250520,'妇科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(11,1,12,4,20250101,20250630,NULL,11,20250520,'妇科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(12,1,13,4,20250101,20250630,NULL,12,20250520,'产科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(13,1,14,4,20250101,20250630,NULL,13,20250520,'产科',NULL,1);
INSERT INTO "t_pingjia_患者问卷" VALUES(14,1,15,4,20250101,20250630,NULL,14,20250520,'产科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(15,1,16,6,20250101,20250630,NULL,15,20250520,'检验科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(16,1,17,6,20250101,20250630,NULL,16,20250520,'检验科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(17,1,19,7,20250101,20250630,NULL,18,20250520,'放射科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(18,1,20,7,20250101,20250630,NULL,19,20250520,'放射科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(19,5,2,2,20250701,20251231,NULL,101,20251120,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(20,5,3,2,20250701,20251231,NULL,102,20251120,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(21,5,4,2,20250701,20251231,NULL,103,20251120,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(22,5,5,2,20250701,20251231,NULL,104,20251120,'内科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(23,5,6,3,20250701,20251231,NULL,105,20251120,'外科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(24,5,7,3,20250701,20251231,NULL,106,20251120,'外科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(25,5,8,3,20250701,20251231,NULL,107,20251120,'外科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(26,5,9,3,20250701,20251231,NULL,108,20251120,'外科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(27,5,10,4,20250701,20251231,NULL,109,20251120,'妇产科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(28,5,11,4,20250701,20251231,NULL,110,20251120,'妇产科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(29,5,12,4,20250701,20251231,NULL,111,20251120,'妇产科',60.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(30,5,13,6,20250701,20251231,NULL,112,20251120,'检验科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(31,5,14,6,20250701,20251231,NULL,113,20251120,'检验科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(32,5,15,6,20250701,20251231,NULL,114,20251120,'检验科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(33,5,16,7,20250701,20251231,NULL,115,20251120,'放射科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(34,5,17,7,20250701,20251231,NULL,116,20251120,'放射科',100.0,0);
INSERT INTO "t_pingjia_患者问卷" VALUES(35,5,18,7,20250701,20251231,NULL,117,20251120,'放射科',60.0,0);
CREATE TABLE IF NOT EXISTS "t_pingjia_走访评分" (row_id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL, source_row INTEGER NOT NULL, unit_id INTEGER, p_from INTEGER, p_to INTEGER, superseded_by INTEGER, "科室" TEXT, "评委" TEXT, "得分" REAL) STRICT;
INSERT INTO "t_pingjia_走访评分" VALUES(1,2,2,2,20250101,20250630,NULL,'内科','甲',95.0);
INSERT INTO "t_pingjia_走访评分" VALUES(2,2,3,2,20250101,20250630,NULL,'内科','乙',93.0);
INSERT INTO "t_pingjia_走访评分" VALUES(3,2,4,3,20250101,20250630,NULL,'外科','甲',88.0);
INSERT INTO "t_pingjia_走访评分" VALUES(4,2,5,3,20250101,20250630,NULL,'外科','乙',90.0);
INSERT INTO "t_pingjia_走访评分" VALUES(5,2,6,4,20250101,20250630,NULL,'妇产科','甲',92.0);
INSERT INTO "t_pingjia_走访评分" VALUES(6,2,7,4,20250101,20250630,NULL,'妇产科','乙',94.0);
INSERT INTO "t_pingjia_走访评分" VALUES(7,2,8,6,20250101,20250630,NULL,'检验科','甲',90.0);
INSERT INTO "t_pingjia_走访评分" VALUES(8,2,9,6,20250101,20250630,NULL,'检验科','乙',91.0);
INSERT INTO "t_pingjia_走访评分" VALUES(9,2,10,7,20250101,20250630,NULL,'放射科','甲',85.0);
INSERT INTO "t_pingjia_走访评分" VALUES(10,2,11,7,20250101,20250630,NULL,'放射科','乙',NULL);
INSERT INTO "t_pingjia_走访评分" VALUES(11,6,2,2,20250701,20251231,NULL,'内科','甲',96.0);
INSERT INTO "t_pingjia_走访评分" VALUES(12,6,3,2,20250701,20251231,NULL,'内科','乙',95.0);
INSERT INTO "t_pingjia_走访评分" VALUES(13,6,4,3,20250701,20251231,NULL,'外科','甲',91.0);
INSERT INTO "t_pingjia_走访评分" VALUES(14,6,5,3,20250701,20251231,NULL,'外科','乙',90.0);
INSERT INTO "t_pingjia_走访评分" VALUES(15,6,6,4,20250701,20251231,NULL,'妇产科','甲',93.0);
INSERT INTO "t_pingjia_走访评分" VALUES(16,6,7,4,20250701,20251231,NULL,'妇产科','乙',95.0);
INSERT INTO "t_pingjia_走访评分" VALUES(17,6,8,6,20250701,20251231,NULL,'检验科','甲',92.0);
INSERT INTO "t_pingjia_走访评分" VALUES(18,6,9,6,20250701,20251231,NULL,'检验科','乙',91.0);
INSERT INTO "t_pingjia_走访评分" VALUES(19,6,10,7,20250701,20251231,NULL,'放射科','甲',86.0);
INSERT INTO "t_pingjia_走访评分" VALUES(20,6,11,7,20250701,20251231,NULL,'放射科','乙',88.0);
CREATE TABLE IF NOT EXISTS "t_pingjia_通报" (row_id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL, source_row INTEGER NOT NULL, unit_id INTEGER, p_from INTEGER, p_to INTEGER, superseded_by INTEGER, "文号" TEXT, "日期" INTEGER, "科室" TEXT, "认定" INTEGER) STRICT;
INSERT INTO "t_pingjia_通报" VALUES(1,3,2,2,20250101,20250630,NULL,'柳卫通〔2025〕1号',20250402,'内科',1);
INSERT INTO "t_pingjia_通报" VALUES(2,3,3,4,20250101,20250630,NULL,'柳卫通〔2025〕2号',20250602,'妇产科',0);
CREATE TABLE IF NOT EXISTS "t_pingjia_问题台账" (row_id INTEGER PRIMARY KEY, batch_id INTEGER NOT NULL, source_row INTEGER NOT NULL, unit_id INTEGER, p_from INTEGER, p_to INTEGER, superseded_by INTEGER, "编号" TEXT, "查出日期" INTEGER, "科室" TEXT, "时限" INTEGER, "销号日期" INTEGER, "重复" TEXT) STRICT;
INSERT INTO "t_pingjia_问题台账" VALUES(1,4,2,2,20250101,20250630,NULL,'W1',20250210,'内科',20250310,20250305,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(2,4,3,2,20250101,20250630,NULL,'W2',20250210,'内科',20250310,20250310,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(3,4,4,3,20250101,20250630,NULL,'W3',20250211,'外科',20250311,20250311,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(4,4,5,3,20250101,20250630,NULL,'W4',20250211,'外科',20250311,20250420,'是');
INSERT INTO "t_pingjia_问题台账" VALUES(5,4,6,3,20250101,20250630,NULL,'W5',20250211,'外科',20250511,NULL,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(6,4,7,6,20250101,20250630,NULL,'W6',20250301,'检验科',20250401,20250320,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(7,4,8,7,20250101,20250630,NULL,'W7',20250301,'放射科',NULL,20250520,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(8,4,9,4,20250101,20250630,NULL,'W8',20250620,'妇产科',20250720,20250718,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(9,7,2,2,20250701,20251231,NULL,'W9',20250810,'内科',20250910,20250901,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(10,7,3,3,20250701,20251231,NULL,'W10',20250811,'外科',20250911,20250910,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(11,7,4,7,20250701,20251231,NULL,'W11',20250811,'放射科',20250911,20250930,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(12,8,2,2,20250701,20251231,NULL,'W9',20250810,'内科',20250910,20250901,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(13,8,3,3,20250701,20251231,NULL,'W10',20250811,'外科',20250911,20250910,'否');
INSERT INTO "t_pingjia_问题台账" VALUES(14,8,4,7,20250701,20251231,NULL,'W11',20250811,'放射科',20250911,20250930,'否');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('batch',8);
INSERT INTO sqlite_sequence VALUES('run',3);
INSERT INTO sqlite_sequence VALUES('run_stage',1);
CREATE INDEX batch_by_table ON batch (system, table_id, id);
CREATE INDEX reject_by_batch ON reject (batch_id, source_row);
CREATE INDEX run_by_scheme ON run (scheme, period, sequence);
CREATE INDEX reminder_by_item ON reminder (system, item, unit, period, member);
CREATE INDEX run_stage_by_period ON run_stage (scheme, period, id);
CREATE VIEW "v_pingjia_患者问卷" AS SELECT "batch_id", "source_row", "unit_id", "p_from", "p_to", "序号", "日期", "科室", "满意度", "满意度__na"
FROM "t_pingjia_患者问卷"
WHERE superseded_by IS NULL AND batch_id IN (SELECT id FROM batch WHERE undone_at IS NULL);
CREATE VIEW "v_pingjia_走访评分" AS SELECT "batch_id", "source_row", "unit_id", "p_from", "p_to", "科室", "评委", "得分"
FROM "t_pingjia_走访评分"
WHERE superseded_by IS NULL AND batch_id IN (SELECT id FROM batch WHERE undone_at IS NULL);
CREATE VIEW "v_pingjia_通报" AS SELECT "batch_id", "source_row", "unit_id", "p_from", "p_to", "文号", "日期", "科室", "认定"
FROM "t_pingjia_通报"
WHERE superseded_by IS NULL AND batch_id IN (SELECT id FROM batch WHERE undone_at IS NULL);
CREATE VIEW "v_pingjia_问题台账" AS SELECT "batch_id", "source_row", "unit_id", "p_from", "p_to", "编号", "查出日期", "科室", "时限", "销号日期", "重复"
FROM "t_pingjia_问题台账"
WHERE superseded_by IS NULL AND batch_id IN (SELECT id FROM batch WHERE undone_at IS NULL);
COMMIT;
