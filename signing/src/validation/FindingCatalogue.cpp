// SPDX-License-Identifier: Apache-2.0
#include "validation/FindingCatalogue.h"

namespace congvu::signing::validation {
namespace {

struct FindingText {
    std::string_view code;
    Severity severity;
    std::string_view vietnamese;
    std::string_view english;
};

struct ChangeText {
    std::string_view kind;
    std::string_view vietnamese;
    std::string_view english;
};

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;
constexpr auto kInformation = Severity::information;

constexpr FindingText kFindings[] = {
    {"unreadable-document", kError, "Không đọc được tệp PDF", "The PDF cannot be read"},
    {"encrypted-document", kError, "Tệp PDF được đặt mật khẩu; cần mật khẩu để kiểm tra", "The PDF needs a password to be checked"},
    {"wrong-document-password", kError, "Mật khẩu không mở được tệp PDF", "The password does not open the PDF"},
    {"no-signature", kInformation, "Văn bản không có chữ ký số", "The document has no digital signature"},
    {"signature-outside-form", kError, "Có chữ ký số trong tệp nhưng không còn trong biểu mẫu: chữ ký đã bị gỡ hoặc che giấu",
     "The file holds a signature that is no longer part of the form: it was removed or hidden"},
    {"signature-removed-before-signing", kInformation, "Một chữ ký trước đó đã được gỡ trước khi người sau ký",
     "An earlier signature had been removed before the later signer signed"},
    {"cross-reference-rebuilt", kWarning,
     "Bảng tham chiếu của tệp bị hỏng; chữ ký được kiểm tra trên các đối tượng tìm thấy trong tệp, nên không thể kết luận là hợp lệ",
     "The cross-reference of the file is damaged; the signatures were checked over the objects found in its bytes and cannot be called "
     "valid"},
    {"no-signature-recovered", kInformation, "Tìm trong các đối tượng còn đọc được không thấy chữ ký nào kiểm tra được",
     "Among the objects that can still be read there is no signature that could be checked"},
    {"later-revision-unreadable", kError, "Sau khi ký, tệp bị nối thêm một phiên bản hỏng, không đọc được",
     "After signing a broken revision was appended, which cannot be read"},
    {"data-after-end", kError, "Có dữ liệu lạ được nối sau phần cuối của văn bản",
     "Foreign data was appended after the end of the document"},
    {"revision-chain-cut", kWarning, "Chuỗi phiên bản của tệp đã bị cắt: phiên bản đã ký không còn là nền của văn bản",
     "The chain of revisions was cut: the signed revision is no longer the base of the document"},
    {"byte-range-missing", kError, "Chữ ký không nêu phần dữ liệu được ký (ByteRange)", "The signature has no ByteRange"},
    {"byte-range-shape", kError, "ByteRange không phải bốn số nguyên không âm", "ByteRange is not four non-negative integers"},
    {"byte-range-start", kError, "Phần được ký không bắt đầu từ đầu tệp", "The signed part does not start at the beginning of the file"},
    {"byte-range-gap", kError, "Phần không được ký không đúng là giá trị chữ ký: có dữ liệu được bọc trong khe hở",
     "The gap of the ByteRange is not exactly the signature value: data is wrapped into it"},
    {"byte-range-beyond-file", kError, "ByteRange vượt ra ngoài tệp", "ByteRange reaches beyond the file"},
    {"byte-range-overlap", kError, "Vùng ký của các chữ ký chồng lấn nhau", "The byte ranges of the signatures overlap"},
    {"byte-range-indirect", kError, "ByteRange là đối tượng gián tiếp nên có thể bị thay sau khi ký",
     "ByteRange is an indirect object, which could be replaced after signing"},
    {"contents-indirect", kError, "Giá trị chữ ký (Contents) là đối tượng gián tiếp", "Contents is an indirect object"},
    {"contents-missing", kError, "Chữ ký không có giá trị (Contents)", "The signature has no Contents"},
    {"contents-not-hexadecimal", kError, "Giá trị chữ ký không phải chuỗi thập lục phân", "Contents is not a hexadecimal string"},
    {"contents-trailing-data", kError, "Sau giá trị chữ ký có dữ liệu khác số không",
     "Contents holds other bytes than zeros after the signature"},
    {"contents-padding-encrypted", kInformation, "Phần đệm sau giá trị chữ ký bị mã hóa như các chuỗi khác của tệp",
     "The padding after the signature value was encrypted like other strings of the file"},
    {"signature-not-a-dictionary", kError, "Giá trị của trường chữ ký không phải từ điển chữ ký",
     "The field's value is not a signature dictionary"},
    {"signature-in-object-stream", kError, "Chữ ký nằm trong luồng đối tượng nén", "The signature stands in an object stream"},
    {"doubled-key", kError, "Từ điển chữ ký có khóa lặp lại", "The signature dictionary has a doubled key"},
    {"signed-part-without-end", kInformation, "Phần được ký còn chứa dữ liệu sau %%EOF", "The signed part goes on after its %%EOF"},
    {"signed-part-repaired", kWarning, "Phần được ký tự nó là một tệp PDF hỏng, chỉ đọc được sau khi phục hồi",
     "The signed part by itself is a damaged PDF, which could only be read by repairing it"},
    {"byte-range-inside-delimiters", kInformation, "ByteRange bao cả dấu ngoặc của giá trị chữ ký",
     "ByteRange includes the delimiters of the signature value"},
    {"signed-part-unreadable", kError, "Phần được ký tự nó không phải là một tệp PDF đúng",
     "The signed part is not a correct PDF by itself"},
    {"signed-part-lacks-signature", kError, "Chữ ký không có trong chính phiên bản mà nó ký",
     "The signature is not part of the revision that it signs"},
    {"cms-unreadable", kError, "Không đọc được cấu trúc CMS của chữ ký", "The CMS of the signature cannot be read"},
    {"cms-not-der", kInformation, "Cấu trúc CMS mã hóa BER độ dài không xác định, không phải DER",
     "The CMS is BER with an indefinite length, not DER"},
    {"cms-trailing-data", kError, "Sau cấu trúc CMS còn dữ liệu thừa", "There is data after the CMS"},
    {"several-signer-infos", kError, "Chữ ký chứa nhiều hơn một SignerInfo", "The signature holds more than one SignerInfo"},
    {"signer-info-repeated", kInformation, "Chữ ký lặp lại SignerInfo của cùng một người ký",
     "The signature holds more than one SignerInfo, all of the same signer"},
    {"content-encapsulated", kError, "Chữ ký mang nội dung riêng bên trong", "The signature carries content of its own"},
    {"message-digest-missing", kError, "Chữ ký thiếu thuộc tính message-digest", "The message-digest attribute is missing"},
    {"content-type-missing", kWarning, "Chữ ký thiếu thuộc tính content-type", "The content-type attribute is missing"},
    {"content-type-wrong", kError, "Thuộc tính content-type sai", "The content-type attribute is wrong"},
    {"digest-mismatch", kError, "Nội dung đã bị sửa sau khi ký: mã băm không khớp",
     "The signed content was altered: the digest does not match"},
    {"signature-value-wrong", kError, "Giá trị chữ ký không đúng với khóa công khai của người ký",
     "The signature value is wrong under the signer's public key"},
    {"signer-certificate-missing", kError, "Không có chứng thư số của người ký trong chữ ký",
     "The signer's certificate is not in the signature"},
    {"signing-certificate-differs", kError, "Thuộc tính signing-certificate trỏ tới chứng thư khác",
     "The signing-certificate attribute names another certificate"},
    {"signing-certificate-absent", kInformation, "Không có thuộc tính signing-certificate; chưa đạt mức PAdES cơ sở",
     "No signing-certificate attribute; below PAdES baseline"},
    {"digest-and-signature-differ", kError, "Thuật toán băm và thuật toán ký không thống nhất", "Digest and signature algorithm disagree"},
    {"digest-unknown", kError, "Thuật toán băm không được hỗ trợ", "The digest algorithm is not supported"},
    {"sub-filter-unsupported", kError, "Loại chữ ký (SubFilter) không được hỗ trợ", "The kind of signature (SubFilter) is not supported"},
    {"algorithm-weak", kWarning, "Thuật toán hoặc độ dài khóa không còn đáng tin cậy", "Algorithm or key size is no longer reliable"},
    {"chain-not-found", kWarning, "Không tìm thấy đường dẫn chứng thực tới gốc tin cậy", "No certificate path to a trusted root was found"},
    {"chain-constraints", kWarning, "Đường dẫn chứng thực vi phạm ràng buộc", "The certificate path breaks a constraint"},
    {"certificate-expired", kWarning, "Chứng thư số đã hết hạn", "The certificate has expired"},
    {"certificate-not-yet-valid", kWarning, "Chứng thư số chưa có hiệu lực", "The certificate is not yet valid"},
    {"certificate-not-for-signing", kWarning, "Chứng thư số không dùng để ký văn bản",
     "The certificate is not meant for document signatures"},
    {"claimed-time-outside-validity", kWarning, "Thời điểm ký tự khai nằm ngoài hiệu lực của chứng thư số",
     "The claimed signing time lies outside of the certificate's validity"},
    {"claimed-time-in-future", kWarning, "Thời điểm ký tự khai ở tương lai", "The claimed signing time lies in the future"},
    {"certificate-revoked", kWarning, "Chứng thư số đã bị thu hồi, và không chứng minh được chữ ký có trước đó",
     "The certificate was revoked, and nothing proves that the signature existed before"},
    {"issuer-revoked", kWarning, "Chứng thư số của tổ chức cấp đã bị thu hồi", "The certificate of an issuer was revoked"},
    {"revoked-later", kInformation, "Chứng thư số bị thu hồi sau thời điểm ký được chứng minh",
     "The certificate was revoked after the proven time of the signature"},
    {"revocation-unavailable", kWarning, "Chưa có dữ liệu còn hiệu lực về tình trạng thu hồi chứng thư số",
     "There is no usable data about the revocation of the certificate"},
    {"revocation-unknown", kWarning, "Máy chủ OCSP không biết chứng thư số này", "The OCSP responder does not know the certificate"},
    {"revocation-unproven", kWarning, "Không chứng minh được dữ liệu thu hồi có trước khi tổ chức cấp hết hạn",
     "Nothing proves that the revocation data existed before its issuer expired"},
    {"revocation-not-checked", kInformation, "Chứng thư số không nêu nguồn để kiểm tra tình trạng thu hồi",
     "The certificate names no source for its revocation, which was not checked"},
    {"validation-data-damaged", kInformation, "Có dữ liệu xác thực (DSS) không đọc được",
     "Some of the validation data (DSS) cannot be read"},
    {"time-stamp-invalid", kWarning, "Dấu thời gian không hợp lệ", "The time-stamp is not valid"},
    {"time-stamp-untrusted", kWarning, "Dấu thời gian không dẫn tới gốc tin cậy", "The time-stamp does not lead to a trusted root"},
    {"time-stamp-revoked", kWarning, "Chứng thư số của máy chủ dấu thời gian đã bị thu hồi",
     "The certificate of the time-stamp server was revoked"},
    {"time-stamp-key-aged", kWarning, "Khóa của máy chủ dấu thời gian không còn đủ mạnh; cần gia hạn lưu trữ",
     "The key of the time-stamp server is no longer strong enough; the archive should be renewed"},
    {"time-stamp-revocation-unavailable", kWarning, "Chưa kiểm tra được tình trạng thu hồi chứng thư số của máy chủ dấu thời gian",
     "The revocation of the time-stamp server's certificate could not be checked"},
    {"xml-unreadable", kError, "Không đọc được tệp XML", "The XML file cannot be read"},
    {"xml-encoding", kError, "Tệp XML không dùng bảng mã UTF-8", "The XML file is not UTF-8"},
    {"xml-doctype", kError, "Tệp XML có khai báo DOCTYPE nên bị từ chối trước khi đọc",
     "The XML file has a DOCTYPE and was refused before it was read"},
    {"xml-processing-instruction", kError, "Tệp XML có chỉ thị xử lý", "The XML file has a processing instruction"},
    {"xml-not-edxml", kError, "Tệp XML không phải văn bản edXML", "The XML file is no edXML document"},
    {"xml-signature-structure", kError, "Cấu trúc chữ ký XML không đúng", "The structure of the XML signature is wrong"},
    {"xml-signature-misplaced", kError, "Có chữ ký XML nằm ngoài phần đầu của văn bản", "An XML signature stands outside of the header"},
    {"xml-algorithm-forbidden", kError, "Thuật toán của chữ ký XML không được chấp nhận (SHA-1, HMAC…)",
     "An algorithm of the XML signature is not accepted (SHA-1, HMAC…)"},
    {"xml-transform-forbidden", kError, "Phép biến đổi trong chữ ký XML không được phép (XSLT, XPath…)",
     "A transform of the XML signature is not permitted (XSLT, XPath…)"},
    {"xml-reference-external", kError, "Chữ ký XML tham chiếu ra ngoài tệp", "The XML signature refers to something outside of the file"},
    {"xml-reference-dangling", kError, "Chữ ký XML tham chiếu tới phần không có trong tệp",
     "The XML signature refers to a part that does not exist"},
    {"xml-identifier-doubled", kError, "Định danh mà chữ ký XML tham chiếu tới xuất hiện nhiều lần",
     "The identifier that the XML signature refers to stands more than once"},
    {"xml-part-doubled", kError, "Một phần của văn bản edXML xuất hiện nhiều lần: nội dung hiển thị có thể không phải nội dung được ký",
     "A part of the edXML document stands more than once: what is shown may not be what was signed"},
    {"xml-part-missing", kError, "Thiếu một phần bắt buộc của văn bản edXML", "A required part of the edXML document is missing"},
    {"xml-part-not-covered", kError, "Có phần của văn bản không được chữ ký bao phủ",
     "A part of the document is not covered by the signature"},
    {"xml-attachment-missing", kError, "Tệp kèm theo được khai báo nhưng không có trong văn bản, nên không kiểm tra được",
     "An attachment that is listed is not in the document and could not be checked"},
    {"xml-key-info-ignored", kInformation, "Thông tin khóa ngoài chứng thư số X.509 đã bị bỏ qua",
     "Key information other than X.509 certificates was not looked at"},
    {"xml-comments", kWarning, "Tệp XML có chú thích, là phần chữ ký không bảo vệ",
     "The XML file has comments, which no signature protects"},
    {"changed-after-signing", kError, "Văn bản đã bị thay đổi trái phép sau khi ký",
     "The document was changed in a forbidden way after signing"},
    {"lawful-changes-after-signing", kInformation, "Sau khi ký có thay đổi được phép", "There are permitted changes after the signature"},
    {"annotation-over-content", kWarning, "Chú thích thêm sau khi ký có thể che nội dung",
     "Annotations added after signing may cover content"},
    {"large-signature-appearance", kWarning, "Hình chữ ký thêm sau che phần lớn trang",
     "The appearance of a later signature covers most of a page"},
};

constexpr ChangeText kChanges[] = {
    {"signature-added", "Thêm chữ ký số", "A signature was added"},
    {"document-time-stamp-added", "Thêm dấu thời gian của văn bản", "A document time-stamp was added"},
    {"signature-field-added", "Thêm trường chữ ký", "A signature field was added"},
    {"visible-signature-field-added", "Thêm trường chữ ký nhìn thấy được", "A visible signature field was added"},
    {"signature-replaced", "Thay giá trị của một chữ ký", "The value of a signature was replaced"},
    {"form-field-filled", "Điền trường biểu mẫu", "A form field was filled"},
    {"locked-field-changed", "Thay đổi trường đã bị khóa", "A locked field was changed"},
    {"form-field-added", "Thêm trường biểu mẫu", "A form field was added"},
    {"form-field-removed", "Gỡ trường biểu mẫu", "A form field was removed"},
    {"form-field-changed", "Thay đổi thuộc tính của trường biểu mẫu", "Properties of a form field were changed"},
    {"appearance-changed", "Thay hình hiển thị mà không thay giá trị", "An appearance was changed without its value"},
    {"annotation-flags-changed", "Thay đổi cờ ẩn/hiện của chú thích", "The flags of an annotation were changed"},
    {"annotation-added", "Thêm chú thích lên trang", "An annotation was added"},
    {"annotation-changed", "Thay đổi chú thích", "An annotation was changed"},
    {"annotation-hides-content", "Chú thích che hoặc giả nội dung đã chứng nhận",
     "An annotation covers or imitates content that was certified"},
    {"signature-hides-content", "Trường chữ ký thêm sau che hoặc giả nội dung đã ký",
     "A later signature field covers or imitates content that was signed"},
    {"annotation-removed", "Gỡ chú thích", "An annotation was removed"},
    {"form-changed", "Thay đổi thiết lập của biểu mẫu", "Settings of the form were changed"},
    {"form-settings-added", "Bổ sung thiết lập biểu mẫu", "Form settings were added"},
    {"validation-data-added", "Bổ sung dữ liệu xác thực (DSS)", "Validation data (DSS) was added"},
    {"metadata-changed", "Cập nhật thông tin mô tả", "Metadata was updated"},
    {"structure-changed", "Cập nhật cây cấu trúc trợ năng", "The structure tree for accessibility was updated"},
    {"extensions-changed", "Khai báo phần mở rộng", "Extensions were declared"},
    {"page-content-changed", "Thay đổi nội dung trang", "The content of a page was changed"},
    {"page-resources-changed", "Thay đổi tài nguyên của trang (phông, ảnh)", "Resources of a page (fonts, images) were changed"},
    {"page-geometry-changed", "Thay đổi khổ hoặc hướng trang", "Size or rotation of a page was changed"},
    {"page-changed", "Thay đổi thuộc tính trang", "A page was changed"},
    {"pages-changed", "Thay đổi số trang hoặc thứ tự trang", "Number or order of pages was changed"},
    {"catalog-replaced", "Thay thế danh mục gốc của tài liệu", "The document catalogue was replaced"},
    {"catalog-changed", "Thay đổi danh mục gốc của tài liệu", "The document catalogue was changed"},
    {"action-changed", "Thay đổi hành động tự động của tài liệu", "Automatic actions of the document were changed"},
    {"layers-changed", "Thay đổi lớp hiển thị", "Layers were changed"},
    {"permissions-changed", "Thay đổi quyền chứng nhận (DocMDP)", "The certification permissions were changed"},
    {"unlisted-object-added", "Nối thêm đối tượng mà bảng tham chiếu không liệt kê",
     "An object that no cross-reference lists was appended"},
    {"foreign-data-added", "Nối thêm dữ liệu không phải là phần của một tệp PDF", "Data that is no part of a PDF was appended"},
    {"doubled-key", "Đối tượng có khóa lặp lại với giá trị khác nhau", "An object holds a key twice, with different values"},
    {"doubled-entry", "Bảng tham chiếu liệt kê một đối tượng ở nhiều chỗ", "A cross-reference section lists an object at several places"},
    {"trailer-changed", "Thay đổi phần cuối tệp", "The trailer was changed"},
    {"shared-object-replaced", "Thay đối tượng mà phần đã ký đang dùng", "An object that the signed part uses was replaced"},
    {"hidden-object-defined", "Định nghĩa đối tượng mà phần đã ký trỏ tới nhưng chưa có",
     "An object that the signed part referred to, but lacked, was defined"},
    {"object-freed", "Xóa đối tượng mà phần đã ký đang dùng", "An object that the signed part uses was freed"},
    {"object-changed", "Thay đổi đối tượng ngoài những gì được phép", "An object was changed beyond what is permitted"},
    {"unused-object-changed", "Thay đổi đối tượng không được dùng", "An unused object was changed"},
};

}  // namespace

Finding makeFinding(std::string_view code, std::string_view detail) {
    Finding finding{std::string(code), kError, std::string(code), std::string(code)};
    for (const FindingText& text : kFindings) {
        if (text.code == code) {
            finding = {std::string(code), text.severity, std::string(text.vietnamese), std::string(text.english)};
        }
    }
    if (!detail.empty()) {
        finding.vietnamese += " (" + std::string(detail) + ')';
        finding.english += " (" + std::string(detail) + ')';
    }
    finding.vietnamese += '.';
    finding.english += '.';
    return finding;
}

Change makeChange(std::string_view kind, bool allowed, std::string object) {
    Change change;
    change.kind = kind;
    change.allowed = allowed;
    change.object = std::move(object);
    for (const ChangeText& text : kChanges) {
        if (text.kind == kind) {
            change.vietnamese = std::string(text.vietnamese) + '.';
            change.english = std::string(text.english) + '.';
        }
    }
    return change;
}

}  // namespace congvu::signing::validation
