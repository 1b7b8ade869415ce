// The made-up desk's catalogue: long titles, Chinese, emoji, a title that would like to be a script.
const titles = [
  "Bamboo cutting board with juice groove, set of 3, extra thick, dishwasher safe, for kitchen and camping, gift box with ribbon",
  "小熊陶瓷马克杯 350ml 带盖带勺 办公室情侣礼物 🐻",
  '<script>alert("title")</script> Hoodie & "quotes"',
  "Wireless earbuds 🎧 noise cancelling, 40 h battery",
  "Cotton tote bag",
  "Celana Panjang Pria Slim Fit Stretch Premium",
  "Áo thun cotton unisex form rộng – màu đen",
];

export function titleOf(index: number): string {
  const title = titles[index % titles.length] ?? "Product";
  return index < titles.length ? title : `${title} · ${index + 1}`;
}
