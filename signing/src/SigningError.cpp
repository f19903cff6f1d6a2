// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/SigningError.h"

#include <array>

namespace congvu::signing {
namespace {

/// One code with its identifier and its sentences for people.
struct Description {
    ErrorCode code;
    std::string_view name;
    std::string_view vietnamese;
    std::string_view english;
};

constexpr std::array kDescriptions{
    Description{ErrorCode::invalidArgument, "invalidArgument", "Yêu cầu ký số không hợp lệ.", "The signing request is not valid."},
    Description{ErrorCode::notAPdf, "notAPdf", "Tệp không phải là PDF hoặc bị cắt cụt.", "The file is not a PDF or is truncated."},
    Description{ErrorCode::malformedPdf, "malformedPdf", "Cấu trúc tệp PDF bị hỏng.", "The structure of the PDF is damaged."},
    Description{ErrorCode::encryptedPdf, "encryptedPdf", "Tệp PDF được đặt mật khẩu; hãy nhập mật khẩu của tệp rồi thử lại.",
                "The PDF is protected by a password; give its password and try again."},
    Description{ErrorCode::wrongDocumentPassword, "wrongDocumentPassword", "Mật khẩu không mở được tệp PDF.",
                "The password does not open the PDF."},
    Description{ErrorCode::unsupportedEncryption, "unsupportedEncryption", "Tệp PDF được mã hóa theo cách chưa được hỗ trợ.",
                "The PDF is encrypted in a way that is not supported."},
    Description{ErrorCode::endlessPageTree, "endlessPageTree", "Cây trang của tệp PDF lặp vòng hoặc lồng nhau quá sâu.",
                "The page tree of the PDF contains itself or is nested too deeply."},
    Description{ErrorCode::limitExceeded, "limitExceeded", "Tệp PDF vượt quá giới hạn xử lý an toàn.",
                "The PDF exceeds the limits for safe processing."},
    Description{ErrorCode::fieldNotFound, "fieldNotFound", "Văn bản không có trường biểu mẫu này.", "The document has no such form field."},
    Description{ErrorCode::fieldAlreadySigned, "fieldAlreadySigned", "Trường chữ ký này đã được ký.",
                "This signature field is already signed."},
    Description{ErrorCode::fieldReadOnly, "fieldReadOnly", "Trường biểu mẫu này đã khóa, không điền được nữa.",
                "This form field is locked and can no longer be filled."},
    Description{ErrorCode::changeNotPermitted, "changeNotPermitted", "Chữ ký trước đó không cho phép thay đổi này.",
                "An earlier signature does not permit this change."},
    Description{ErrorCode::pageNotFound, "pageNotFound", "Văn bản không có trang này.", "The document has no such page."},
    Description{ErrorCode::unreadableImage, "unreadableImage", "Không đọc được ảnh PNG của chữ ký hoặc con dấu.",
                "The PNG image of the signature or seal cannot be read."},
    Description{ErrorCode::unreadableFont, "unreadableFont", "Không đọc được phông chữ.", "The font cannot be read."},
    Description{ErrorCode::wrongPin, "wrongPin", "Sai mã PIN hoặc mật khẩu của khóa ký.", "Wrong PIN or passphrase of the signing key."},
    Description{ErrorCode::pinLocked, "pinLocked", "Mã PIN của thiết bị ký số đã bị khóa.", "The PIN of the signing token is locked."},
    Description{ErrorCode::unreadableKey, "unreadableKey", "Không đọc được khóa ký.", "The signing key cannot be read."},
    Description{ErrorCode::moduleUnavailable, "moduleUnavailable", "Không nạp được trình điều khiển của thiết bị ký số.",
                "The driver of the signing token cannot be loaded."},
    Description{ErrorCode::tokenNotFound, "tokenNotFound", "Không tìm thấy thiết bị ký số; hãy cắm thiết bị rồi thử lại.",
                "The signing token was not found; plug it in and try again."},
    Description{ErrorCode::tokenRemoved, "tokenRemoved", "Thiết bị ký số đã bị rút ra khi đang ký; văn bản chưa được ký.",
                "The signing token was taken out while signing; the document was not signed."},
    Description{ErrorCode::tokenFailure, "tokenFailure", "Thiết bị ký số báo lỗi.", "The signing token reported a failure."},
    Description{ErrorCode::keyNotFound, "keyNotFound", "Thiết bị không có khóa ký này.", "The token has no such signing key."},
    Description{ErrorCode::certificateNotFound, "certificateNotFound", "Thiết bị không có chứng thư số của khóa ký này.",
                "The token has no certificate for this signing key."},
    Description{ErrorCode::keyMismatch, "keyMismatch", "Giá trị chữ ký không khớp với chứng thư số; chưa ghi gì vào văn bản.",
                "The signature value does not match the certificate; nothing was embedded."},
    Description{ErrorCode::certificateExpired, "certificateExpired", "Chứng thư số đã hết hạn.", "The certificate has expired."},
    Description{ErrorCode::certificateNotYetValid, "certificateNotYetValid", "Chứng thư số chưa có hiệu lực.",
                "The certificate is not yet valid."},
    Description{ErrorCode::certificateNotForSigning, "certificateNotForSigning", "Chứng thư số không dùng để ký.",
                "The certificate is not meant for signatures."},
    Description{ErrorCode::weakAlgorithm, "weakAlgorithm", "Thuật toán hoặc độ dài khóa không còn an toàn để ký.",
                "The algorithm or key size is no longer safe for signing."},
    Description{ErrorCode::reservedSpaceTooSmall, "reservedSpaceTooSmall", "Chỗ dành cho chữ ký quá nhỏ.",
                "The space reserved for the signature is too small."},
    Description{ErrorCode::timeStampUnavailable, "timeStampUnavailable", "Máy chủ cấp dấu thời gian không trả lời.",
                "The time-stamp server does not answer."},
    Description{ErrorCode::timeStampInvalid, "timeStampInvalid", "Dấu thời gian nhận được không hợp lệ.",
                "The time-stamp that was received is not valid."},
    Description{ErrorCode::networkUnavailable, "networkUnavailable", "Máy chủ không trả lời.", "The server does not answer."},
    Description{ErrorCode::revocationUnavailable, "revocationUnavailable", "Không lấy được dữ liệu về tình trạng thu hồi chứng thư số.",
                "Revocation data of a certificate could not be had."},
    Description{ErrorCode::revocationInvalid, "revocationInvalid", "Dữ liệu về tình trạng thu hồi chứng thư số không hợp lệ.",
                "The revocation data of a certificate is not valid."},
    Description{ErrorCode::certificateRevoked, "certificateRevoked", "Chứng thư số đã bị thu hồi.", "The certificate was revoked."},
    Description{ErrorCode::chainIncomplete, "chainIncomplete", "Thiếu chứng thư số của tổ chức cấp.",
                "The certificate of an issuer is missing."},
    Description{ErrorCode::levelNotPossible, "levelNotPossible", "Không nâng được văn bản lên mức chữ ký này.",
                "The document cannot be brought to this level of signature."},
    Description{ErrorCode::documentChanged, "documentChanged", "Văn bản đã thay đổi từ khi chuẩn bị ký; hãy chuẩn bị lại.",
                "The document has changed since it was prepared for signing; prepare it again."},
    Description{ErrorCode::accessTokenRefused, "accessTokenRefused",
                "Phiên đăng nhập dịch vụ ký số từ xa không còn hiệu lực; hãy đăng nhập lại.",
                "The remote signing service does not accept the access token; log in again."},
    Description{ErrorCode::authenticationRefused, "authenticationRefused", "Mã PIN hoặc mã xác thực một lần (OTP) không đúng.",
                "The PIN or the one-time password (OTP) is wrong."},
    Description{ErrorCode::authorizationExpired, "authorizationExpired", "Lượt cho phép ký từ xa đã hết hạn; hãy xác thực lại.",
                "The remote authorization to sign has expired; authenticate again."},
    Description{ErrorCode::remoteServiceFailed, "remoteServiceFailed", "Dịch vụ ký số từ xa từ chối hoặc trả lời sai.",
                "The remote signing service refused, or answered wrongly."},
    Description{ErrorCode::malformedCms, "malformedCms", "Không đọc được dữ liệu chữ ký hoặc chứng thư số.",
                "The signature data or certificate cannot be read."},
    Description{ErrorCode::cryptoFailure, "cryptoFailure", "Lỗi nội bộ của thư viện mật mã.",
                "Internal failure of the cryptographic library."},
};

const Description& describe(ErrorCode code) {
    for (const Description& description : kDescriptions) {
        if (description.code == code) {
            return description;
        }
    }
    return kDescriptions.back();
}

}  // namespace

std::string_view nameOf(ErrorCode code) {
    return describe(code).name;
}

SigningError::SigningError(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}

std::string SigningError::vietnameseText() const {
    return std::string(describe(code_).vietnamese);
}

std::string SigningError::englishText() const {
    return std::string(describe(code_).english);
}

}  // namespace congvu::signing
