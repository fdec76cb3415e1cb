use super::*;

fn figures(line: &str) -> Vec<(String, Option<String>, String)> {
    let found = scan(line, 1);
    found
        .into_iter()
        .map(|figure| (figure.from, figure.to, figure.unit))
        .collect()
}

fn one(line: &str) -> (String, Option<String>, String) {
    let mut found = figures(line);
    assert_eq!(found.len(), 1, "{line}: {found:?}");
    found.remove(0)
}

fn plain(from: &str, unit: &str) -> (String, Option<String>, String) {
    (from.to_owned(), None, unit.to_owned())
}

fn range(from: &str, to: &str, unit: &str) -> (String, Option<String>, String) {
    (from.to_owned(), Some(to.to_owned()), unit.to_owned())
}

#[test]
fn figures_are_found_in_english() {
    assert_eq!(one("It costs $37,000 a card."), plain("37,000", "USD/card"));
    assert_eq!(
        one("Total: $61.3M/year of rent"),
        plain("61.3", "M USD/year")
    );
    assert_eq!(one("saves 30-40% of it"), range("30", "40", "%"));
    assert_eq!(one("bandwidth of 4.8 TB/s"), plain("4.8", "TB/s"));
    assert_eq!(
        one("up 5 percentage points"),
        plain("5", "percentage points")
    );
    assert_eq!(one("at $2.50/GPU-hour"), plain("2.50", "USD/GPU-hour"));
    assert_eq!(
        one("a market of $5.5 to $7 billion"),
        range("5.5", "7", "billion USD")
    );
    assert_eq!(
        one("It saves $3 million a year."),
        plain("3", "million USD/year")
    );
    assert_eq!(
        one("worth $2 billion per year"),
        plain("2", "billion USD/year")
    );
    assert_eq!(one("$456,000 a year"), plain("456,000", "USD/year"));
    assert_eq!(one("$2.50 per GPU per hour"), plain("2.50", "USD/GPU-hour"));
    assert_eq!(one("buys 512 H100 GPUs"), plain("512", "GPU"));
    assert_eq!(one("buys 512 H100s"), plain("512", "GPU"));
    assert_eq!(one("over five years"), plain("5", "years"));
    assert_eq!(one("a twelve-month lease"), plain("12", "month"));
    assert_eq!(one("some 40,000 firms"), plain("40,000", ""));
    assert_eq!(one("12 per cent"), plain("12", "%"));
}

#[test]
fn figures_are_found_in_chinese() {
    let found = figures("25,000 片 × $36,000");
    assert_eq!(found, [plain("25,000", "片"), plain("36,000", "USD")]);
    assert_eq!(one("价值 $3.5-4 亿"), range("3.5", "4", "亿 USD"));
    assert_eq!(one("节省 500 GPU-月"), plain("500", "GPU-月"));
    assert_eq!(one("每 GPU 小时 7 美元"), plain("7", "美元/GPU-hour"));
    assert_eq!(one("每千瓦时0.6元"), plain("0.6", "元/kWh"));
    assert_eq!(one("电价为每度 0.6 元"), plain("0.6", "元/kWh"));
    assert_eq!(one("每卡时18元"), plain("18", "元/GPU-hour"));
    assert_eq!(one("采购512张H100"), plain("512", "张"));
    assert_eq!(one("每年增收 5 亿美元"), plain("5", "亿美元"));
    assert_eq!(one("每月 5 万片"), plain("5", "万片/月"));
    assert_eq!(one("市场规模 150 亿美元"), plain("150", "亿美元"));
    assert_eq!(one("出货 15 万片"), plain("15", "万片"));
    assert_eq!(one("回收期 7.4 个月"), plain("7.4", "个月"));
    assert_eq!(one("提高 3 个百分点"), plain("3", "percentage points"));
    assert_eq!(
        one("$35,000-40,000/片"),
        range("35,000", "40,000", "USD/片")
    );
}

#[test]
fn dates_names_and_labels_are_no_figures() {
    for line in [
        "2024年11月6日",
        "on 2024-11-06",
        "in 2025 H2 and 2026",
        "H200, GPT-5, MI300X, v4.1 and Claude 3",
        "1. First",
        "see https://example.org/2024/500-gpus",
        "案例 1：",
        "CUDA 12.5 on NVLink 5.0 and an Ascend 910B",
        "in 2024 Q3",
        "on 14 May 2026, the one of the two that none knew",
        "On May 14, 2026",
    ] {
        assert_eq!(figures(line), [], "{line}");
    }
}

#[test]
fn signs_bounds_and_hedges_are_kept() {
    let found = scan(
        "Costs of about 12% and of over 1 MW, 90%+ of it, change (-45%)",
        3,
    );
    let texts: Vec<_> = found.iter().map(|figure| figure.text.as_str()).collect();
    assert_eq!(texts, ["12%", "1 MW", "90%+", "-45%"]);
    assert!(found[0].about && !found[1].about);
    assert_eq!(
        (found[1].bound, found[2].bound),
        (Some("above"), Some("atLeast"))
    );
    assert_eq!((found[0].line, found[0].column), (3, 16));
}

/// A text, and what is found of it: number, upper end, unit, bound.
type Case = (&'static str, &'static str);

const ENGLISH: &[Case] = &[
    ("half of its revenue", "50 %"),
    ("back in four years and two months", "50 months"),
    ("after 2 years, 3 months", "27 months"),
    ("one year and a half-price month", "1 year"),
    ("over 4 years, 64 months at most", "4 years; 64 months"),
    ("a third of the chips", "33.33 %"),
    ("two-thirds of them", "66.67 %"),
    ("Three quarters of the cost", "75 %"),
    ("power fell by half", "50 %"),
    ("half a million GPUs", "0.5 million GPUs"),
    ("half an hour", "0.5 hour"),
    ("twice as fast", "2 x"),
    ("three times the price", "3 x"),
    ("sales doubled to $4 billion", "2 x; 4 billion USD"),
    ("a tenfold rise", "10 x"),
    ("a five-fold rise", "5 x"),
    ("three dozen servers", "36 servers"),
    ("a dozen GPUs", "12 GPUs"),
    ("two million dollars", "2 million dollars"),
    ("a billion dollars", "1 billion dollars"),
    ("twenty-five thousand GPUs", "25 thousand GPUs"),
    ("two hundred and fifty servers", "250 servers"),
    ("two thousand five hundred GPUs", "2500 GPUs"),
    ("two and a half years", "2.5 years"),
    ("two to three years", "2-3 years"),
    ("thirty per cent of it", "30 %"),
    ("five percentage points", "5 percentage points"),
    ("more than forty percent", "40 percent above"),
    ("No more than 30% of it", "30 % atMost"),
    ("Over five years", "5 years"),
    ("Over 30% of it", "30 % above"),
    ("a turnover 30% higher", "30 %"),
    ("three hundred customers", "300 "),
    ("One in five racks, two in three of them", "20 %; 66.67 %"),
    (
        "up a fifth, by one third, fell by a quarter in May",
        "20 %; 33.33 %; 25 %",
    ),
    (
        "shipments of 5m-6m units, 5MW-6MW",
        "5-6 million units; 5-6 MW",
    ),
    (
        "fell by nearly two-thirds, by more than a third",
        "66.67 %; 33.33 % above",
    ),
    ("Prices halved, halving the cost", "50 %; 50 %"),
    ("P½6, x¾", ""),
    ("2½ years, ¾ of it, 4¼% of it", "2.5 years; 0.75 ; 4.25 %"),
    ("as many as 11,400 GPUs", "11,400 GPUs atMost"),
    ("three times as much as $5 million", "3 x; 5 million USD"),
    (
        "minus $1.2 billion, plus or minus 5%, fell –3%",
        "-1.2 billion USD; -3 %",
    ),
    // Units that newspapers write in their own way.
    (
        "1.2m litres, $3m a year, 1.2m to 1.5m GPUs",
        "1.2 million; 3 million USD/year; 1.2-1.5 million GPUs",
    ),
    ("a rack 1.2m wide, a 5g network", ""),
    (
        "3,958 teraflops, 4 petaflops dense",
        "3,958 teraflops; 4 petaflops dense",
    ),
    ("4.5 yrs, 400 g per kWh", "4.5 yrs; 400 g/kWh"),
    ("30,000 wafers a month, 30,000-a-month", "30,000 ; 30,000 "),
    ("a $1,500-a-month plan", "1,500 USD/month"),
    (
        "1.000.000 units, 1.000 units",
        "1,000,000 units; 1.000 units",
    ),
    (
        "Rmb48bn, up 150bps or 150 basis points",
        "48 bn CNY; 150 bps; 150 bp",
    ),
    ("a change of -2.3pct", "-2.3 %"),
    // May be none.
    ("up a third party, in a quarter, by a third floor", ""),
    ("the second half of 2025, a quarter of 2026", ""),
    ("half of 2025", ""),
    ("two or three years", ""),
    ("three times a year, twice a week", ""),
    ("five of the six, one in three years, one in Oslo", ""),
    ("1 in 5 users, 2 in 3 of them; 12 in 5 years", "5 years"),
    ("double-digit growth, six customers, the one", ""),
    ("a third quarter, a second chip", ""),
    ("millions of dollars, a few billion", ""),
    // Currencies, thousands and decimals as others write them.
    ("A$5 million", "5 million AUD"),
    ("US$5 million, HK$6 million", "5 million USD; 6 million HKD"),
    ("R$5 million", "5 million"),
    (
        "RMB 3.5 billion, USD5 a day, US$ 7",
        "3.5 billion CNY; 5 USD/day; 7 USD",
    ),
    ("some 100 000 GPUs", "100,000 GPUs"),
    ("$1 250 000 of it", "1,250,000 USD"),
    ("14 May 512 GPUs, in 2025 400 GPUs", "512 GPUs; 400 GPUs"),
    ("H100 512 GPUs", "512 GPUs"),
    ("up 3,5 %, and €1.234,50", "3.5 %; 1234.50 EUR"),
    ("between 3,5 and 4,5 %", "3.5-4.5 %"),
    ("steps 3,5 and 1,2", ""),
    ("10^21 FLOPs, 3.5 × 10^25 FLOP, 10²¹ FLOP", ""),
    ("right to ±5%, or +/-3%", ""),
    (
        "a 70B model with 405B parameters",
        "70 billion; 405 billion",
    ),
    ("trained 405B, then Ascend 910B chips", ""),
    (
        "over 100B parameters, 50B+, 2.4B tokens",
        "100 billion above; 50 billion atLeast; 2.4 billion tokens",
    ),
    ("$70B of it", "70 B USD"),
    // What a price is for.
    ("9 cents a kilowatt-hour", "9 cents/kilowatt-hour"),
    ("$0.09 per kilowatt-hour", "0.09 USD/kilowatt-hour"),
    ("8c/kWh", "8 cents/kWh"),
    (
        "$2 per 1M tokens, $15 per 1 million tokens",
        "2 USD/M-tokens; 15 USD/million-tokens",
    ),
    ("$2 per 10 tokens", "2 USD; 10 tokens"),
    (
        "2.4 billion tokens a day from sixteen servers",
        "2.4 billion tokens/day; 16 servers",
    ),
    ("$3 million a year from now", "3 million USD"),
    // Ranges with a unit at both ends.
    ("between $24,528 and $30,368", "24,528-30,368 USD"),
    (
        "from $3 million to $4 million a year",
        "3-4 million USD/year",
    ),
    (
        "rose from $3 million to $4 million",
        "3 million USD; 4 million USD",
    ),
    ("$3 million and $4 million", "3 million USD; 4 million USD"),
    (
        "$900 million to $1 billion",
        "900 million USD; 1 billion USD",
    ),
    ("from 30% to 50%, over 3% to 4%", "30-50 %; 3-4 % above"),
    ("from 3% to over 4%", "3 %; 4 % above"),
    // What rises from one figure to another has two.
    (
        "rose from 1,800 to 4,500 tokens per second",
        "1,800 tokens/second; 4,500 tokens/second",
    ),
    ("grew from 500 to 2,000 GPUs", "500 GPUs; 2,000 GPUs"),
    ("expanded the site from 5 to 20 MW", "5 MW; 20 MW"),
    (
        "Utilization rose sharply from 60 to 75 percent.",
        "60 percent; 75 percent",
    ),
    (
        "It grew from 500 to 2,000 GPUs and power from 5 to 20 MW.",
        "500 GPUs; 2,000 GPUs; 5 MW; 20 MW",
    ),
    (
        "It grew from 500 to 2,000 GPUs. They take from 5 to 20 MW.",
        "500 GPUs; 2,000 GPUs; 5-20 MW",
    ),
    ("rose from three to five years", "3 years; 5 years"),
    ("rose from 5 to 20 MW or more", "5 MW; 20 MW atLeast"),
    ("Sales rose; a card costs from 5 to 20 MW", "5-20 MW"),
    ("growth ranges from 5 to 10 percent", "5-10 percent"),
    ("a site takes from 5 to 20 MW", "5-20 MW"),
    ("rose from 60-65 percent to 75", "60-65 percent"),
    (
        "more than doubled, from £14.20 to £31.85",
        "2 x above; 14.20 GBP; 31.85 GBP",
    ),
    (
        "Sales, rising 300% from 0.5 million to 1.5 million, and others",
        "300 %; 0.5 million; 1.5 million",
    ),
    ("improved 4%, from 12% to 16%", "4 %; 12 %; 16 %"),
    ("Sales rose. A card costs, say, from 5 to 20 MW", "5-20 MW"),
    // A larger number before it has no share in the scale of a smaller one.
    (
        "Prices range from $300,000 to $1 million a rack.",
        "300,000 USD/rack; 1 million USD/rack",
    ),
    (
        "rose from 800,000 to 1.2 million GPUs",
        "800,000 GPUs; 1.2 million GPUs",
    ),
    (
        "from 4,500 to 12 thousand servers",
        "4,500 servers; 12 thousand servers",
    ),
    (
        "$500 to $1 million, $500-$1 million",
        "500 USD; 1 million USD; 500 USD; 1 million USD",
    ),
    (
        "$35 to $40 million, $35-40m",
        "35-40 million USD; 35-40 million USD",
    ),
    (
        "fell from 12 to 10 million GPUs",
        "12 million GPUs; 10 million GPUs",
    ),
    // What a change is counted from is no unit.
    (
        "12% year on year, 3.5% year-over-year, 2 percent month on month, 5% yoy",
        "12 %; 3.5 %; 2 percent; 5 %",
    ),
    (
        "12,000 GPUs year on year, $5 million year-on-year",
        "12,000 GPUs; 5 million USD",
    ),
    ("a 12% GPU share", "12 %"),
    // Units as inference and chips have them.
    ("Output is 95 tok/s/user.", "95 tok/s-user"),
    ("40 tok/s, 3 tok", "40 tok/s; 3 tok"),
    ("26 GPU\u{2011}months", "26 GPU-months"),
    ("2.8M H800 hours", "2.8 M GPU-hours"),
    ("2.788M H800 GPU hours", "2.788 M GPU-hours"),
    ("2 million H100 GPUs", "2 million GPU"),
    ("buys 8 H100s a day", "8 GPU"),
    ("an eight-GPU server", "8 GPU/server"),
    ("an 8-GPU node, 8-GPU nodes", "8 GPU/node; 8 GPU/node"),
    ("a 72-GPU rack", "72 GPU/rack"),
    ("14 H100-months", "14 GPU-months"),
    ("sixteen GPU servers", "16 servers"),
    ("$250,000 per GPU server", "250,000 USD/server"),
    ("3,000 tokens per second and GPU", "3,000 tokens/second-GPU"),
    ("$2 per GPU and hour.", "2 USD/GPU-hour"),
    ("4.8 TB/s and GPU memory", "4.8 TB/s"),
    // No figures of the text, and what is bare.
    ("6 min read, a 6-minute read, §4.2, ISO 50001", ""),
    ("see § 4.2, ISO/IEC 27001, IEEE 802", ""),
    ("takes 6 minutes", "6 minutes"),
    (
        "Of its 212 customers, 120 rent, 61 buy and 41 do both",
        "212 ; 120 ; 61 ; 41 ",
    ),
    (
        "Of 212 customers, 61 may leave by 14 May, at 9:30",
        "212 ; 61 ",
    ),
    ("It has 212 customers. See case 2 and the 3 others.", "212 "),
    ("+1 212 555 0100, 400-810-8888, ISBN 978-7-111-54742-6", ""),
    (
        "Call 555-1234 or fax: 555 1235; (010) 8888 6666, 010-88886666",
        "",
    ),
    ("up +1 250 000 of it, +355 GPUs", "+1,250,000 ; +355 GPUs"),
];

const CHINESE: &[Case] = &[
    ("四年零两个月才能回本", "50 个月"),
    ("出货8000至1.2万张", "8000 张; 1.2 万张"),
    ("8.5至10亿，1500至2000万元", "8.5-10 亿; 1500-2000 万元"),
    ("8000-1.2万张", "8000 张; 1.2 万张"),
    ("每卡35万-40万元", "35-40 万元/GPU"),
    ("8000万到1.5亿元", "8000 万元; 1.5 亿元"),
    (
        "月租金2.8万元/台，年租金约300万元",
        "2.8 万元/台-月; 300 万元/年",
    ),
    (
        "每台月租金2.8万元，三个月租金3万元",
        "2.8 万元/台-月; 3 个月; 3 万元",
    ),
    (
        "1.5万P算力，-2.3pct，负1.2亿元",
        "1.5 万 PFLOPS; -2.3 percentage points; -1.2 亿元",
    ),
    ("打八折，打七五折，打8.5折，75折", "80 %; 75 %; 85 %; 75 %"),
    ("八折算下来，三折合", ""),
    (
        "翻了一番，几乎翻番，翻两番，翻了3番，翻倍，翻了3倍",
        "2 倍; 2 倍; 4 倍; 8 倍; 2 倍; 3 倍",
    ),
    ("机房PUE 1.15，PUE为1.25，CUDA 12.5", "1.15 ; 1.25 "),
    ("4年2个月后", "50 个月"),
    ("三年又六个月", "42 个月"),
    ("三成来自海外", "3 成"),
    ("近三成五", "3.5 成"),
    ("三成至五成", "3-5 成"),
    ("三到五成", "3-5 成"),
    ("八成以上的算力", "8 成 atLeast"),
    ("提高两倍", "2 倍"),
    ("是一倍半", "1.5 倍"),
    ("三点五倍", "3.5 倍"),
    ("一半的卡", "50 %"),
    ("八千万美元", "8000 万美元"),
    ("十五亿元", "15 亿元"),
    ("一点五亿元", "1.5 亿元"),
    ("一亿五千万元", "15000 万元"),
    ("三万亿美元", "3 万亿美元"),
    ("三百零五张卡", "305 张"),
    ("两万五千张", "25000 张"),
    ("百分之三十", "30 %"),
    ("百分之三点五", "3.5 %"),
    ("百分之三十到四十", "30-40 %"),
    ("千分之五", "5 ‰"),
    ("三分之一的成本", "33.33 %"),
    ("三十多亿美元", "30 亿美元 above"),
    ("30 余张卡、3亿多美元", "3 亿美元 above"),
    ("30多亿美元", "30 亿美元 above"),
    ("逾二十家企业", "20 家 above"),
    ("不到两年", "2 年 below"),
    ("两年半", "2.5 年"),
    ("一个半月", "1.5 个月"),
    ("三到五年", "3-5 年"),
    ("每年五百万美元", "500 万美元/年"),
    ("半年", "0.5 年"),
    ("十年", "10 年"),
    ("不超过 30%", "30 % atMost"),
    ("30%以上", "30 % atLeast"),
    // May be none.
    ("三月、6日、三季度、3月、第三年、上半年", ""),
    ("两三年、七八成、几十亿、十几家、数百万元", ""),
    ("二〇二四年、三成本、一成不变、成本上升", ""),
    ("一家公司、一个、两家公司、一次、一张卡、一年来", ""),
    ("十分重要、千万不要、万一、百万美元级、八点三十分", ""),
    ("两家半导体企业、四分五裂、十四五规划", ""),
    ("最近三年", "3 年"),
    ("约一千二百万千瓦、八千瓦", "1200 万千瓦; 8 千瓦"),
    ("八卡服务器", "8 卡"),
    ("平均每张卡约35万元", "35 万元/GPU"),
    ("19% a year", "19 %"),
    (
        "15.5 cents a year ago, $3 a month earlier",
        "15.5 cents; 3 USD",
    ),
    (
        "from 210 to 140 grams per kWh",
        "210 grams/kWh; 140 grams/kWh",
    ),
    (
        "由 62 至 55 个百分点",
        "62 percentage points; 55 percentage points",
    ),
    ("三块业务", ""),
    ("电话：8888 6666，客服热线400-810-8888", ""),
    ("采用70B模型、昇腾910B、700亿参数", "70 billion; 700 亿"),
    ("下降5个点，5个点位", "5 percentage points; 5 个"),
    ("占３０％，１．５亿元", "30 %; 1.5 亿元"),
    ("每卡时租金18元", "18 元/GPU-hour"),
    ("每卡每小时2.5美元", "2.5 美元/GPU-hour"),
    ("每卡每小时约2美元至3美元", "2-3 美元/GPU-hour"),
    ("每张卡每年3万元", "3 万元/GPU-year"),
    ("每千瓦每月900元", "900 元/kW-month"),
    ("每秒1,800个token", "1,800 token/秒"),
    ("每卡时不到3美元", "3 美元/GPU-hour below"),
    ("每年增收3个亿、3个季度、512个GPU", "3 亿; 3 季度; 512 GPU"),
    ("1.2万至1.5万美元", "1.2-1.5 万美元"),
    ("12亿至15亿美元", "12-15 亿美元"),
    ("1.2万美元～1.5万美元", "1.2-1.5 万美元"),
    ("介于3%和5%之间", "3-5 %"),
    ("由1.2亿元至2.4亿元", "1.2 亿元; 2.4 亿元"),
    ("由60%-65%提高到75%", "60-65 %; 75 %"),
    ("278.8万H800 GPU小时", "278.8 万 GPU-小时"),
    ("278.8 万个 H800 GPU 小时", "278.8 万 GPU-小时"),
    ("每台服务器每月1.2万元", "1.2 万元/台-月"),
    ("第3次、第 12 家、阅读约需 6 分钟", ""),
    ("每台每月1.2万元", "1.2 万元/台-月"),
    ("每月每台1.2万元", "1.2 万元/月-台"),
];

#[test]
fn numbers_in_words_are_read_and_nothing_is_guessed() {
    for (line, expected) in ENGLISH.iter().chain(CHINESE) {
        let found = scan(line, 1).into_iter().map(|figure| {
            let to = figure.to.map_or(String::new(), |to| format!("-{to}"));
            let bound = figure
                .bound
                .map_or(String::new(), |bound| format!(" {bound}"));
            format!("{}{to} {}{bound}", figure.from, figure.unit)
        });
        let found: Vec<_> = found.collect();
        assert_eq!(found.join("; "), *expected, "{line}");
    }
    assert!(!scan("最近三年", 1)[0].about);
}
