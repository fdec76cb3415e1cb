fn main() {
    let utilization = consumer::break_even_utilization(64.0);
    println!("[{}, {utilization}]", consumer::text_bytes());
}
