// SPDX-License-Identifier: Apache-2.0
#include "TypeDocument.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace congvu::templates::testing {

namespace {

constexpr double kTopMargin = 20 * 72 / 25.4;
constexpr double kSameLine = 0.2;

std::string longBody() {
    std::string body;
    for (int number = 1; number <= 60; ++number) {
        body += "Đoạn " + std::to_string(number) +
                ". Ủy ban nhân dân xã rà soát, cập nhật danh mục hồ sơ công việc, phân công công chức theo dõi và báo cáo kết quả thực "
                "hiện hằng tháng để tổng hợp, chỉ đạo kịp thời.\n";
    }
    body += "| TT | Nội dung công việc |\n|:-:|:--|\n";
    for (int row = 1; row <= 60; ++row) {
        body += "| " + std::to_string(row) + " | Công việc thứ " + std::to_string(row) + " |\n";
    }
    return body + "Văn phòng tổng hợp.";
}

constexpr const char* kAppendixText = "Nội dung phụ lục thứ nhất.\\n| TT | Tên chỉ tiêu |\\n|:-:|:--|\\n| 1 | Chỉ tiêu một |";

/// Sets values of the sample where the form has such a field.
class Values {
public:
    Values(const FormDefinition& form, Sample& sample) : form_(form), sample_(sample) {}

    void text(const char* key, const std::string& value) {
        if (form_.field(key) != nullptr) {
            sample_.set(key, value);
        }
    }
    void json(const char* key, const std::string& value) {
        if (form_.field(key) != nullptr) {
            sample_.setJson(key, value);
        }
    }

private:
    const FormDefinition& form_;
    Sample& sample_;
};

void fillCommon(Values& values) {
    values.text("agency", "Ủy ban nhân dân\nxã Suối Mơ");
    values.text("place", "Suối Mơ");
    values.text("symbol", "KH-UBND");
    values.text("subject", "Nội dung trích yếu dùng để đo");
    values.text("party", "Bên thứ nhất");
    values.text("otherParty", "Bên thứ hai");
    values.text("archive", "VT, VP");
    values.json("secondSigner", R"({"authority":[],"position":"Giám đốc","name":"Mạc Văn Thước Kẻ"})");
}

void fillSmall(Values& values) {
    values.text("superiorAgency", "");
    values.text("urgency", "");
    values.text("circulation", "");
    values.text("contact", "");
    values.json("addressees", R"(["Sở Nội vụ tỉnh Mây Trắng"])");
    values.json("appendices", "[]");
    values.json("recipients", R"(["Như trên"])");
    values.json("signer", R"({"authority":[],"position":"Chủ tịch","name":"Cao Thị Đo Đạc"})");
}

void fillLarge(Values& values) {
    values.text("superiorAgency", "Tỉnh Mây Trắng");
    values.text("urgency", "thuong-khan");
    values.text("circulation", "LƯU HÀNH NỘI BỘ");
    values.text("contact", "Địa chỉ: Số 01 đường Thí Dụ. Điện thoại: 000.000");
    values.text("body", longBody());
    values.json("addressees", R"(["Sở Nội vụ","Sở Tài chính","Sở Tư pháp"])");
    values.json("legalBases", R"(["Căn cứ thứ nhất","Căn cứ thứ hai","Căn cứ thứ ba"])");
    const std::string text = kAppendixText;
    values.json("appendices", R"([{"title":"Danh mục chỉ tiêu","text":")" + text + R"("},{"title":"Tiến độ","text":")" + text + R"("}])");
    values.json("recipients", R"(["Nơi một","Nơi hai","Nơi ba","Nơi bốn","Nơi năm","Nơi sáu","Nơi bảy","Nơi tám","Nơi chín","Nơi mười"])");
    values.json("signer", R"({"authority":[{"prefix":"TM.","of":"Ủy ban nhân dân"},{"prefix":"KT.","of":"Chủ tịch"}],)"
                          R"("position":"Phó Chủ tịch","name":"Cao Thị Đo Đạc"})");
}

}  // namespace

TypeDocument::TypeDocument(const DocumentType& type, DocumentSize size) : form_(form(type.id)) {
    Sample sample(type.id);
    Values values(*form_, sample);
    fillCommon(values);
    const bool isLarge = size == DocumentSize::large;
    if (isLarge) {
        fillLarge(values);
    } else {
        fillSmall(values);
    }
    file_ = renderToFile(type.id, sample.json(), std::string(type.id) + (isLarge ? "-large" : "-small"));
    pages_ = allTextSpans(file_.path);
    strokes_ = strokes(file_.path, 1);
}

TextSpan TypeDocument::find(const std::string& text) const {
    return findSpan(page(pageOf(text)), text);
}

int TypeDocument::pageOf(const std::string& text) const {
    for (int number = 1; number <= pageCount(); ++number) {
        const auto& spans = page(number);
        if (std::any_of(spans.begin(), spans.end(), [&](const TextSpan& span) { return span.text.find(text) != std::string::npos; })) {
            return number;
        }
    }
    throw std::runtime_error("no text \"" + text + "\" in " + file_.path.string());
}

TextSpan TypeDocument::lineAt(int number, double baseline) const {
    std::optional<TextSpan> line;
    for (const TextSpan& span : page(number)) {
        if (std::abs(span.baseline - baseline) > kSameLine) {
            continue;
        }
        if (!line) {
            line = span;
        }
        line->left = std::min(line->left, span.left);
        line->right = std::max(line->right, span.right);
    }
    if (!line) {
        throw std::runtime_error("no line there");
    }
    return *line;
}

std::vector<double> TypeDocument::baselines(int number) const {
    std::vector<double> found;
    for (const TextSpan& span : page(number)) {
        if (span.baseline > kTopMargin) {
            found.push_back(span.baseline);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end(), [](double a, double b) { return b - a < kSameLine; }), found.end());
    return found;
}

}  // namespace congvu::templates::testing
